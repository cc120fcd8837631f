package org.hashaven.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.input.TemporaryFolder;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.Seconds;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.image.ImageDecoder;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.MatchedSpan;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.VideoMatch;
import org.hashaven.matcher.UploadMatcher;
import org.hashaven.media.InProcessHasher;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.region.RegionHasher;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.videos.GeneratedClip;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoHasher;
import org.hashaven.video.VideoOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code haven demo}: the whole path on sample pictures and a sample video, told as a short story.
 *
 * <p>
 * Every figure in it is measured as it is told: the pictures are drawn, encoded, decoded, hashed and looked up by the same code as real
 * ones. It writes to one temporary folder, the index and the video, and removes it.
 */
public final class DemoCommand implements Command {

	private static final String CUT = "crop-anywhere-30";

	/** What happens to the pictures before they are posted again; the last is one that no single hash finds. */
	private static final List<String> ALTERATIONS = List.of("jpeg-30", "brightness-plus-20", "watermark-30", "mirror", "screenshot-dark",
			CUT);
	private static final int STRANGERS = 6;
	private static final int HASH_DIGITS_SHOWN = 16;
	private static final int LABEL_COLUMNS = 50;

	@Override
	public String name() {
		return "demo";
	}

	@Override
	public void declare(CommandSpec spec) {
		// nothing but the options all commands have
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException {
		SamplePictures.requireTools();
		SampleVideos.requireTools();
		Path folder = TemporaryFolder.make("demo");
		try {
			boolean asTold = new Story(session, folder.resolve("index")).tell();
			return asTold ? Status.DONE : Status.PARTIAL;
		} finally {
			Folders.delete(folder);
		}
	}

	/** One telling. */
	private static final class Story {

		private final Session session;
		private final Path folder;
		private final ImageDecoder decoder = new ImageDecoder();
		private final List<Picture> pictures = new ArrayList<>();
		private final List<PdqResult> hashes = new ArrayList<>();
		private boolean asTold = true;

		Story(Session session, Path folder) {
			this.session = session;
			this.folder = folder;
		}

		/** Whether everything came out as the story says. */
		boolean tell() throws IOException {
			paragraph("demo.intro");
			onHerDevice();
			try (HashIndex index = HashIndex.create(folder)) {
				List<String> ids = index.add(Bank.DEFAULT.name(),
						hashes.stream().map(hash -> HashRecord.ofPhoto(hash.hash(), hash.quality())).toList());
				heading("demo.platform");
				paragraph("demo.platform.text", ids.size(), Bank.DEFAULT_RADIUS, Hash256.BITS);
				copiesAreUploaded(index);
				aVideoIsUploaded(index);
				strangersUpload(index);
				sheWithdraws(index, ids);
			}
			paragraph("demo.end");
			return asTold;
		}

		private void onHerDevice() throws IOException {
			heading("demo.device");
			paragraph("demo.device.text", ALTERATIONS.size());
			for (int i = 0; i < ALTERATIONS.size(); i++) {
				Picture picture = SamplePictures.photo(i);
				PdqResult hash = PdqHasher.hash(decoder.decode(SamplePictures.jpeg(picture)));
				pictures.add(picture);
				hashes.add(hash);
				row(text("demo.picture", i + 1),
						hash.hash().toHex().substring(0, HASH_DIGITS_SHOWN) + "…  " + text("hash.quality", hash.quality()));
			}
			paragraph("demo.device.left");
		}

		private void copiesAreUploaded(HashIndex index) throws IOException {
			heading("demo.copies");
			for (int i = 0; i < ALTERATIONS.size(); i++) {
				String alteration = ALTERATIONS.get(i);
				MatchResult<PhotoMatch> found = lookUp(index, altered(i));
				row(text("demo.upload", i + 1, text("demo." + alteration)), outcome(found));
				asTold &= found.blocks() != alteration.equals(CUT);
			}
			int last = ALTERATIONS.size() - 1;
			RegionSet regions = RegionHasher.ofListed(decoder.decode(SamplePictures.jpeg(pictures.get(last))));
			HashRecord stronger = HashRecord.ofPhoto(hashes.get(last).hash(), hashes.get(last).quality()).withRegions(regions);
			index.add(Bank.DEFAULT.name(), List.of(stronger));
			paragraph("demo.stronger", last + 1, regions.size());
			MatchResult<PhotoMatch> found = lookUp(index, altered(last));
			row(text("demo.upload", last + 1, text("demo." + ALTERATIONS.get(last))), outcome(found));
			asTold &= found.blocks();
		}

		/** The demo's pictures are its own: they are decoded in this process. */
		private static UploadMatcher matcher(HashIndex index) {
			return new UploadMatcher(index, new InProcessHasher(), MatchOptions.DEFAULT);
		}

		private MatchResult<PhotoMatch> lookUp(HashIndex index, byte[] upload) throws IOException {
			return matcher(index).match(decoder.decode(upload));
		}

		private String outcome(MatchResult<PhotoMatch> found) {
			if (!found.blocks()) {
				return text("demo.missed");
			}
			return switch (found.matches().getFirst().evidence()) {
				case PhotoMatch.Evidence.Hash hash -> text("demo.blocked", hash.distanceBits());
				case PhotoMatch.Evidence.Regions regions -> text("demo.blocked.regions", regions.count());
			};
		}

		private byte[] altered(int i) {
			return SamplePictures.jpeg(Distortions.named(ALTERATIONS.get(i)).apply(pictures.get(i), i));
		}

		private void aVideoIsUploaded(HashIndex index) throws IOException {
			heading("demo.video");
			GeneratedClip video = SampleVideos.clip();
			Path file = folder.resolveSibling("video.mp4");
			SampleVideos.write(video, file);
			VideoHash hash = new VideoHasher().hash(file);
			String id = index.add(Bank.DEFAULT.name(), List.of(VideoRecord.ofFrames(hash.frames()))).getFirst();
			paragraph("demo.video.text", Seconds.of(SampleVideos.DURATION_MS), hash.frames().size());
			Path copy = folder.resolveSibling("copy.webm");
			SampleVideos.writePart(video, copy);
			VideoHash upload = new VideoHasher(VideoOptions.UPLOAD).hash(copy);
			List<VideoMatch> matches = matcher(index).match(upload).matches();
			boolean blocked = matches.size() == 1 && matches.getFirst().id().equals(id);
			asTold &= blocked;
			if (blocked) {
				MatchedSpan span = matches.getFirst().spans().getFirst();
				row(text("demo.video.copy"),
						text("demo.video.blocked", Seconds.of(span.mediaFromMs()), Seconds.of(span.mediaToMs())));
			} else {
				row(text("demo.video.copy"), text("match.none"));
			}
		}

		private void strangersUpload(HashIndex index) throws IOException {
			heading("demo.strangers");
			int matched = 0;
			int nearestBits = Hash256.BITS;
			for (int i = 0; i < STRANGERS; i++) {
				byte[] file = SamplePictures.jpeg(SamplePictures.photo(1_000 + i));
				PdqResult upload = PdqHasher.hash(decoder.decode(file));
				matched += lookUp(index, file).matches().isEmpty() ? 0 : 1;
				for (PdqResult hash : hashes) {
					nearestBits = Math.min(nearestBits, upload.hash().distance(hash.hash()));
				}
			}
			asTold &= matched == 0;
			paragraph(matched == 0 ? "demo.strangers.text" : "demo.strangers.matched", STRANGERS, nearestBits, matched);
		}

		private void sheWithdraws(HashIndex index, List<String> ids) throws IOException {
			heading("demo.withdraw");
			index.withdraw(List.of(ids.getFirst()));
			boolean gone = index.match(hashes.getFirst().hash(), MatchOptions.DEFAULT).matches().isEmpty();
			asTold &= gone;
			paragraph(gone ? "demo.withdraw.text" : "demo.withdraw.failed");
		}

		private String text(String key, Object... arguments) {
			return session.texts().get(key, arguments);
		}

		private void heading(String key) {
			session.console().line("");
			session.console().line(text(key));
		}

		private void paragraph(String key, Object... arguments) {
			session.console().line(TextLayout.wrap(text(key, arguments), session.console().terminal().columns()));
		}

		private void row(String label, String value) {
			session.console().line("  " + TextLayout.pad(label, LABEL_COLUMNS) + value);
		}
	}
}

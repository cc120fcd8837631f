package org.hashaven.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashaven.cli.input.FileHasher;
import org.hashaven.cli.input.HashedInput;
import org.hashaven.cli.input.Input;
import org.hashaven.cli.input.InputFinder;
import org.hashaven.cli.input.InputRunner;
import org.hashaven.cli.input.LowDetailReport;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.cli.text.Seconds;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.cli.text.TransformText;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.VideoView;
import org.hashaven.index.Bank;
import org.hashaven.video.VpdqComparison;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven compare A B}: how far two photos, videos or hashes are apart, and what that means. */
public final class CompareCommand implements Command {

	/** Two pictures that have nothing to do with each other differ in about half of the bits. */
	private static final int UNRELATED_BITS = Hash256.BITS / 2;

	/** The share of frames that vPDQ's users commonly ask for, in percent. */
	private static final int MATCH_PERCENT = 80;

	@Override
	public String name() {
		return "compare";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(OptionSpecs.parameter(0, "A"));
		spec.addPositional(OptionSpecs.parameter(1, "B"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		List<String> names = List.of(line.matchedPositionalValue(0, ""), line.matchedPositionalValue(1, ""));
		List<HashedInput> sides = new ArrayList<>();
		for (String name : names) {
			List<Input> inputs = InputFinder.find(List.of(name), session.console().in(), true);
			if (inputs.size() != 1 || inputs.getFirst() instanceof Input.HashList || inputs.getFirst().shown().length() > name.length()) {
				throw new HavenException("compare.one", name);
			}
			new InputRunner(session, FileHasher.OF_UPLOADS.withViews()).run(inputs, sides::add);
		}
		if (sides.size() != names.size()) {
			return Status.PARTIAL;
		}
		explain(sides.getFirst(), sides.getLast(), session);
		return Status.DONE;
	}

	/** The views of one, each with its distance from the other; too plain ones aside. */
	private static Stream<Seen> towards(HashedInput.Photo one, HashedInput.Photo other) {
		return one.views().stream().filter(view -> view.quality() >= Bank.DEFAULT_QUALITY_FLOOR)
				.map(view -> new Seen(view.how(), view.hash().distance(other.record().hash())));
	}

	/** A way to see one of the two, and how far it then is from the other. */
	private record Seen(PhotoView.Transform how, int distanceBits) {
	}

	private static void explain(HashedInput a, HashedInput b, Session session) {
		if (a instanceof HashedInput.Photo photoA && b instanceof HashedInput.Photo photoB) {
			explain(photoA, photoB, seen(photoA, photoB), session);
		} else if (a instanceof HashedInput.Video videoA && b instanceof HashedInput.Video videoB) {
			explain(videoA, videoB, session);
		} else if (a instanceof HashedInput.Photo photo && b instanceof HashedInput.Video video) {
			explain(video, photo, session);
		} else {
			explain((HashedInput.Video) a, (HashedInput.Photo) b, session);
		}
	}

	private static void explain(HashedInput.Photo a, HashedInput.Photo b, Optional<Seen> seen, Session session) {
		Messages texts = session.texts();
		int plainBits = a.record().hash().distance(b.record().hash());
		boolean plainMatch = plainBits <= Bank.DEFAULT_RADIUS;
		boolean match = plainMatch || seen.isPresent();
		int distanceBits = plainMatch ? plainBits : seen.map(Seen::distanceBits).orElse(plainBits);
		line(session, "compare.distance", bits(distanceBits, texts));
		line(session, "compare.verdict", plainMatch || !match
				? verdict(distanceBits, texts)
				: texts.get("compare.seen", seen.map(way -> TransformText.of(way.how, texts)).orElse("")));
		String why = texts.get(match ? "compare.why.match" : "compare.why.different", distanceBits, Bank.DEFAULT_RADIUS, UNRELATED_BITS);
		String parts = match ? "" : " " + texts.get("compare.parts");
		line(session, "compare.why", why + parts + plain(Math.min(a.record().quality(), b.record().quality()), texts));
	}

	private static String bits(int distanceBits, Messages texts) {
		return distanceBits == 0 ? texts.get("compare.bits.none", Hash256.BITS) : texts.get("compare.bits", distanceBits, Hash256.BITS);
	}

	private static String verdict(int distanceBits, Messages texts) {
		boolean match = distanceBits <= Bank.DEFAULT_RADIUS;
		return texts.get(distanceBits == 0 ? "compare.identical" : match ? "compare.similar" : "compare.different");
	}

	private static String plain(int quality, Messages texts) {
		boolean plain = quality < LowDetailReport.LOWEST_USEFUL_QUALITY;
		return plain ? " " + texts.get("compare.plain", LowDetailReport.LOWEST_USEFUL_QUALITY) : "";
	}

	/** The shares that two videos have in common, one of them seen in some way. */
	private record Shares(VpdqComparison shares, VideoView.Transform how) {

		private double larger() {
			return Math.max(shares.queryPercent(), shares.indexPercent());
		}
	}

	/** Two videos, by vPDQ's rule, in the way in which they have most in common; as they are if that is enough. */
	private static void explain(HashedInput.Video a, HashedInput.Video b, Session session) {
		Messages texts = session.texts();
		Shares best = new Shares(VpdqComparison.of(a.record().frames(), b.record().frames()), VideoView.Transform.AS_IS);
		if (best.larger() < MATCH_PERCENT) {
			Stream<Shares> first = a.views().stream()
					.map(view -> new Shares(VpdqComparison.of(view.frames(), b.record().frames()), view.how()));
			Stream<Shares> second = b.views().stream()
					.map(view -> new Shares(VpdqComparison.of(a.record().frames(), view.frames()), view.how()));
			best = Stream.concat(Stream.of(best), Stream.concat(first, second)).max(Comparator.comparingDouble(Shares::larger))
					.orElseThrow();
		}
		VpdqComparison shares = best.shares;
		double larger = best.larger();
		String percentA = String.format("%.1f", shares.queryPercent());
		String percentB = String.format("%.1f", shares.indexPercent());
		String key = larger >= MATCH_PERCENT ? "compare.video.match" : larger > 0 ? "compare.video.part" : "compare.video.different";
		line(session, "compare.shares", larger > 0 ? texts.get("compare.percent", percentA, percentB) : texts.get("compare.percent.none"));
		String seen = larger > 0 ? TransformText.of(best.how, texts) : "";
		line(session, "compare.verdict", texts.get(key) + (seen.isEmpty() ? "" : " (" + seen + ")"));
		line(session, "compare.why",
				texts.get("compare.video.why", VpdqComparison.DISTANCE, Hash256.BITS, VpdqComparison.QUALITY, MATCH_PERCENT));
	}

	/** A frame of a video, and how far a photo is from it, one of them seen in some way. */
	private record Still(FrameHash frame, int distanceBits, String seen) {
	}

	/** A photo and a video: the frame that is most like the photo; as they are if that is enough. */
	private static void explain(HashedInput.Video video, HashedInput.Photo photo, Session session) {
		Messages texts = session.texts();
		Still still = nearest(video.record().frames(), photo.record().hash(), "");
		if (still.distanceBits > Bank.DEFAULT_RADIUS) {
			Stream<Still> ofPhoto = photo.views().stream().filter(view -> view.quality() >= Bank.DEFAULT_QUALITY_FLOOR)
					.map(view -> nearest(video.record().frames(), view.hash(), TransformText.of(view.how(), texts)));
			Stream<Still> ofVideo = video.views().stream()
					.map(view -> nearest(view.frames(), photo.record().hash(), TransformText.of(view.how(), texts)));
			still = Stream.concat(Stream.of(still), Stream.concat(ofPhoto, ofVideo)).min(Comparator.comparingInt(Still::distanceBits))
					.orElseThrow();
		}
		FrameHash nearest = still.frame;
		int distanceBits = still.distanceBits;
		boolean match = distanceBits <= Bank.DEFAULT_RADIUS;
		line(session, "compare.distance", bits(distanceBits, texts));
		line(session, "compare.verdict",
				texts.get(match ? "compare.still" : "compare.still.different", Seconds.of(nearest.timeMs()))
						+ (match && !still.seen.isEmpty() ? " (" + still.seen + ")" : ""));
		String why = texts.get(match ? "compare.why.match" : "compare.why.different", distanceBits, Bank.DEFAULT_RADIUS, UNRELATED_BITS);
		line(session, "compare.why", why + plain(Math.min(photo.record().quality(), nearest.quality()), texts));
	}

	private static Still nearest(List<FrameHash> frames, Hash256 photo, String seen) {
		FrameHash nearest = frames.stream().min(Comparator.comparingInt(frame -> frame.hash().distance(photo))).orElseThrow();
		return new Still(nearest, nearest.hash().distance(photo), seen);
	}

	/** How one of two pictures has to be seen to match the other, whichever is the altered one; the nearest of all ways. */
	private static Optional<Seen> seen(HashedInput.Photo a, HashedInput.Photo b) {
		return Stream.concat(towards(a, b), towards(b, a)).filter(seen -> seen.distanceBits <= Bank.DEFAULT_RADIUS)
				.min(Comparator.comparingInt(Seen::distanceBits));
	}

	private static void line(Session session, String key, String text) {
		String label = session.texts().get(key);
		int indent = TextLayout.width(session.texts().get("compare.indent"));
		String wrapped = TextLayout.wrap(text, session.console().terminal().columns() - indent);
		session.console().line(TextLayout.pad(label, indent) + wrapped.replace("\n", "\n" + " ".repeat(indent)));
	}
}

package org.hashaven.benchmarks.region;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hashaven.benchmarks.Pixels;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.MillionRecords;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.MatchResult;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.region.RegionHasher;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.view.PhotoViews;

/**
 * Screenshots, posts, chats, memes: pictures that have a frame in common and nothing else. Half of the photographs are listed in such a
 * frame, with regions; the other half is looked up in the same frame, with other words and times in it.
 *
 * <pre>
 * SharedFrames PHOTOS_DIR [DISTORTION...]
 * </pre>
 *
 * Says for each frame how many uploads were taken for a listed picture, and by what; and how many of the listed ones, saved anew, were
 * found. Ends with status 1 when a screenshot was taken for another; memes, which have their words in common, are only counted.
 */
public final class SharedFrames {

	private static final List<String> FRAMES = List.of("screenshot-light", "screenshot-dark", "chat-light-75", "chat-dark-55-sent",
			"post-light",
			"post-dark", "story-labels", "browser-light", "browser-dark", "tablet", "polaroid", "big-text-8");
	private static final String MEME = "meme";

	private final List<Picture> photos;

	private SharedFrames(List<Picture> photos) {
		this.photos = photos;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		List<Picture> photos = new ArrayList<>();
		try (Stream<Path> files = Files.list(Path.of(args[0]))) {
			for (Path file : files.sorted().toList()) {
				photos.add(Pixels.picture(new ImageDecoder().decode(file)));
			}
		}
		List<String> frames = args.length > 1 ? Arrays.asList(args).subList(1, args.length) : FRAMES;
		SharedFrames shared = new SharedFrames(photos);
		int wrong = 0;
		for (String frame : frames) {
			wrong += shared.measure(frame);
		}
		if (args.length == 1) {
			shared.measure(MEME);
		}
		Answers.require(wrong == 0, wrong + " uploads were taken for another picture in the same frame");
	}

	private int measure(String frame) throws IOException {
		Path folder = Files.createTempDirectory("shared-frames");
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			Map<String, Integer> ids = new HashMap<>();
			for (int photo = 0; photo < photos.size(); photo += 2) {
				RgbImage listed = framed(frame, photo, 1_000 + photo);
				PdqResult plain = PdqHasher.hash(listed);
				HashRecord record = HashRecord.ofPhoto(plain.hash(), plain.quality()).withRegions(RegionHasher.ofListed(listed));
				ids.put(index.add(Bank.DEFAULT.name(), List.of(record)).getFirst(), photo);
			}
			int wrong = 0;
			List<Object> evidence = new ArrayList<>();
			for (int photo = 1; photo < photos.size(); photo += 2) {
				MatchResult<PhotoMatch> result = index.match(new Query.Photo(PhotoViews.of(framed(frame, photo, 5_000 + photo))),
						MatchOptions.DEFAULT);
				wrong += result.matches().isEmpty() ? 0 : 1;
				result.matches().stream().map(PhotoMatch::evidence).forEach(evidence::add);
			}
			int found = 0;
			for (Map.Entry<String, Integer> listed : ids.entrySet()) {
				Picture again = Distortions.named("jpeg-50")
						.apply(Pixels.picture(framed(frame, listed.getValue(), 1_000 + listed.getValue())), 1);
				found += index.match(new Query.Photo(PhotoViews.of(Pixels.image(again))), MatchOptions.DEFAULT).matches().stream()
						.anyMatch(match -> match.id().equals(listed.getKey())) ? 1 : 0;
			}
			System.out.printf("%-20s %d of %d uploads taken for one of %d listed pictures %s; saved anew, %d found%n", frame, wrong,
					photos.size() / 2, ids.size(), evidence, found);
			return wrong;
		} finally {
			MillionRecords.delete(folder);
		}
	}

	private RgbImage framed(String frame, int photo, int seed) {
		return Pixels.image(Distortions.named(frame).apply(photos.get(photo), seed));
	}
}

package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.alignment.Clip;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference's hashes of real videos, where they are there, and generated ones, looked up among each other: nothing matches but what was
 * filmed together.
 */
class SampleVideosTest {

	private static final String CHAIR = "chair-19-sd-bar";
	private static final String CHAIR_WITH_LOGO = "chair-22-with-large-logo-bar";

	@TempDir
	private Path temporary;

	private final long seed = Seeds.next();

	private Map<String, List<FrameHash>> videos() throws IOException {
		SplittableRandom random = new SplittableRandom(seed);
		Map<String, List<FrameHash>> videos = new TreeMap<>();
		for (int i = 0; i < 3; i++) {
			videos.put("generated-" + i, Clip.takes(60, 4 * i, random).frames());
		}
		Path folder = SharedData.folder("vpdq").orElse(null);
		if (folder != null) {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
					videos.put(file.getFileName().toString().replace(".txt", ""), frames(file));
				}
			}
		}
		return videos;
	}

	private static List<FrameHash> frames(Path file) throws IOException {
		List<FrameHash> frames = new ArrayList<>();
		for (String line : Files.readAllLines(file)) {
			String[] fields = line.split(",", -1); // frame, quality, hash, seconds
			int timeMs = (int) Math.round(1_000 * Double.parseDouble(fields[3]));
			frames.add(new FrameHash(timeMs, Hash256.fromHex(fields[2]), Integer.parseInt(fields[1])));
		}
		return frames;
	}

	/** One frame a second. */
	private static List<FrameHash> everySecond(List<FrameHash> frames) {
		List<FrameHash> some = new ArrayList<>();
		for (FrameHash frame : frames) {
			if (frame.timeMs() >= 1_000 * some.size()) {
				some.add(frame);
			}
		}
		return some;
	}

	@Test
	void onlyTruePairsMatch() throws IOException {
		Map<String, List<FrameHash>> videos = videos();
		try (HashIndex all = HashIndex.create(temporary.resolve("all")); HashIndex some = HashIndex.create(temporary.resolve("some"))) {
			for (Map.Entry<String, List<FrameHash>> video : videos.entrySet()) {
				all.add("default", List.of(VideoRecord.ofFrames(video.getValue()).withIdAndBank(video.getKey(), "default")));
				some.add("default",
						List.of(VideoRecord.ofFrames(everySecond(video.getValue())).withIdAndBank(video.getKey(), "default")));
			}
			for (Map.Entry<String, List<FrameHash>> video : videos.entrySet()) {
				String name = video.getKey();
				List<VideoMatch> matches = all.match(Query.ofVideo(video.getValue()), MatchOptions.DEFAULT).matches();
				assertThat(matches).as("%s; %s", name, Seeds.describe(seed)).first().extracting(VideoMatch::id, VideoMatch::reason)
						.containsExactly(name,
								VideoMatch.Reason.WHOLE);
				// two of them show the same four seconds of a chair
				List<String> others = name.equals(CHAIR)
						? List.of(CHAIR_WITH_LOGO)
						: name.equals(CHAIR_WITH_LOGO) ? List.of(CHAIR) : List.of();
				assertThat(matches.subList(1, matches.size())).as("%s; %s", name, Seeds.describe(seed)).extracting(VideoMatch::id)
						.isEqualTo(others);

				assertThat(some.match(Query.ofVideo(video.getValue()), MatchOptions.DEFAULT).matches())
						.as("%s; %s", name, Seeds.describe(seed))
						.first().extracting(VideoMatch::id)
						.isEqualTo(name);
				List<VideoMatch> ofSome = all.match(Query.ofVideo(everySecond(video.getValue())), MatchOptions.DEFAULT).matches();
				assertThat(ofSome).as("%s; %s", name, Seeds.describe(seed)).first().extracting(VideoMatch::id).isEqualTo(name);
				assertThat(others).containsAll(ofSome.stream().skip(1).map(VideoMatch::id).toList());
			}
		}
	}
}

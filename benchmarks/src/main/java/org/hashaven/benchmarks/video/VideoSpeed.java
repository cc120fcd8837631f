package org.hashaven.benchmarks.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hashaven.benchmarks.proof.Scratch;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.Container;
import org.hashaven.samples.videos.DecodedVideo;
import org.hashaven.samples.videos.VideoCodec;
import org.hashaven.samples.videos.VideoFile;
import org.hashaven.samples.videos.VideoSettings;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoHasher;
import org.hashaven.video.VideoOptions;

/**
 * Seconds of video hashed in a second, on one core and on two, one frame a second and every frame, and in the fast mode; beside the
 * reference's program on the same file, if its path is given. All are run in turn, three times; the median counts.
 *
 * <pre>
 * VideoSpeed [FILE|seconds [PROGRAM]]          60
 * </pre>
 *
 * Without a file it is 720p H.264 of made-up scenes. Fails when the reference's program, told to hash every frame, hashes another number of
 * frames than we do.
 */
public final class VideoSpeed {

	private static final int ROUNDS = 3;
	private static final String EVERY_FRAME = "every frame, one core";
	private static final String REFERENCE = "reference, every frame, one thread";
	private static final VideoOptions ONE = VideoOptions.DEFAULT.withThreads(1);
	private static final VideoOptions TWO = VideoOptions.DEFAULT.withThreads(2);

	private final Path file;
	private final double seconds;
	private final Map<String, Run> runs = new LinkedHashMap<>();

	private VideoSpeed(Path file, double seconds) {
		this.file = file;
		this.seconds = seconds;
	}

	/** Something that hashes the file and says of how many frames. */
	private interface Run {

		int frames() throws IOException, InterruptedException;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		boolean made = args.length == 0 || args[0].matches("\\d+");
		try (Scratch scratch = new Scratch("video-speed")) {
			Path file = made ? scratch.resolve("720p.mp4") : Path.of(args[0]);
			if (made) {
				long durationMs = 1_000L * (args.length > 0 ? Integer.parseInt(args[0]) : 60);
				VideoFile.write(Clips.scenes(1, 1_280, 720, durationMs), VideoSettings.of(Container.MP4, VideoCodec.H264), file);
			}
			VideoSpeed speed = new VideoSpeed(file, DecodedVideo.of(file).durationUs() / 1e6);
			speed.addOurs();
			if (args.length > 1) {
				speed.addReference(Path.of(args[1]), scratch.resolve("reference.txt"));
			}
			speed.runAll();
		}
	}

	private void addOurs() {
		runs.put(EVERY_FRAME, () -> hash(VideoOptions.VPDQ.withThreads(1)).frames().size());
		runs.put("every frame, two cores", () -> hash(VideoOptions.VPDQ.withThreads(2)).frames().size());
		runs.put("one frame a second, one core", () -> hash(ONE).frames().size());
		runs.put("one frame a second, two cores", () -> hash(TWO).frames().size());
		runs.put("fast mode, one core", () -> hash(ONE.withKeyFramesOnly(true)).frames().size());
		runs.put("fast mode, two cores", () -> hash(TWO.withKeyFramesOnly(true)).frames().size());
	}

	private void addReference(Path program, Path output) {
		runs.put(REFERENCE, () -> reference(program, output, "0", 1));
		runs.put("reference, every frame, two threads", () -> reference(program, output, "0", 2));
		runs.put("reference, one frame a second, one thread", () -> reference(program, output, "1", 1));
		runs.put("reference, one frame a second, two threads", () -> reference(program, output, "1", 2));
	}

	private void runAll() throws IOException, InterruptedException {
		System.out.printf("%.1f s of video, %.1f MB%n", seconds, Files.size(file) / 1e6);
		Map<String, double[]> took = new HashMap<>();
		Map<String, Integer> frames = new HashMap<>();
		for (int round = 0; round < ROUNDS; round++) {
			for (Map.Entry<String, Run> run : runs.entrySet()) {
				long start = System.nanoTime();
				frames.put(run.getKey(), run.getValue().frames());
				took.computeIfAbsent(run.getKey(), key -> new double[ROUNDS])[round] = (System.nanoTime() - start) / 1e9;
			}
		}
		for (String run : runs.keySet()) {
			double median = Arrays.stream(took.getOrDefault(run, new double[ROUNDS])).sorted().toArray()[ROUNDS / 2];
			System.out.printf("%-45s %8.1f s of video a second (%.2f s, %d frames)%n", run, seconds / median, median, frames.get(run));
		}
		boolean compared = runs.containsKey(REFERENCE);
		Answers.require(!compared || Objects.equals(frames.get(REFERENCE), frames.get(EVERY_FRAME)), "the reference hashes other frames");
	}

	private VideoHash hash(VideoOptions options) throws IOException {
		return new VideoHasher(options).hash(file);
	}

	private int reference(Path program, Path output, String secondsPerHash, int threads) throws IOException, InterruptedException {
		List<String> command = List.of(program.toString(), "-i", file.toString(), "-o", output.toString(), "-r", secondsPerHash, "-t",
				"" + threads);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		Answers.require(process.waitFor() == 0, "the reference's program failed");
		return Files.readAllLines(output).size();
	}
}

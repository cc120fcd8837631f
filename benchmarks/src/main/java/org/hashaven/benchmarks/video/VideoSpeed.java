package org.hashaven.benchmarks.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hashaven.benchmarks.proof.Scratch;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.testdata.videos.Clips;
import org.hashaven.testdata.videos.Container;
import org.hashaven.testdata.videos.DecodedVideo;
import org.hashaven.testdata.videos.VideoCodec;
import org.hashaven.testdata.videos.VideoFile;
import org.hashaven.testdata.videos.VideoSettings;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoHasher;
import org.hashaven.video.VideoOptions;

/**
 * Seconds of video hashed in a second, on one core and on two, one frame a second and every frame, and in the fast mode; beside the
 * reference's program on the same file, if its path is given. Each is run three times in turn, the median counts.
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
	private static final VideoOptions ONE = VideoOptions.DEFAULT.withThreads(1);
	private static final VideoOptions TWO = VideoOptions.DEFAULT.withThreads(2);

	private final Path file;
	private final double seconds;

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
			speed.run();
			if (args.length > 1) {
				speed.runReference(Path.of(args[1]), scratch.resolve("reference.txt"));
			}
		}
	}

	private void run() throws IOException, InterruptedException {
		System.out.printf("%.1f s of video, %.1f MB%n", seconds, Files.size(file) / 1e6);
		measure("one frame a second, one core", () -> hash(ONE).frames().size());
		measure("one frame a second, two cores", () -> hash(TWO).frames().size());
		measure("fast mode, one core", () -> hash(ONE.withKeyFramesOnly(true)).frames().size());
		measure("fast mode, two cores", () -> hash(TWO.withKeyFramesOnly(true)).frames().size());
		measure("every frame, one core", () -> hash(VideoOptions.VPDQ.withThreads(1)).frames().size());
		measure("every frame, two cores", () -> hash(VideoOptions.VPDQ.withThreads(2)).frames().size());
	}

	private void runReference(Path program, Path output) throws IOException, InterruptedException {
		int every = measure("reference, every frame, one thread", () -> reference(program, output, "0", 1));
		measure("reference, every frame, two threads", () -> reference(program, output, "0", 2));
		measure("reference, one frame a second, one thread", () -> reference(program, output, "1", 1));
		measure("reference, one frame a second, two threads", () -> reference(program, output, "1", 2));
		Answers.require(every == hash(VideoOptions.VPDQ).frames().size(), "the reference hashes another number of frames");
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

	private int measure(String what, Run run) throws IOException, InterruptedException {
		double[] took = new double[ROUNDS];
		int frames = 0;
		for (int round = 0; round < ROUNDS; round++) {
			long start = System.nanoTime();
			frames = run.frames();
			took[round] = (System.nanoTime() - start) / 1e9;
		}
		Arrays.sort(took);
		System.out.printf("%-45s %8.1f s of video a second (%.2f s, %d frames)%n", what, seconds / took[ROUNDS / 2], took[ROUNDS / 2],
				frames);
		return frames;
	}
}

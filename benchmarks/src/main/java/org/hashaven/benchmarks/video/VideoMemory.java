package org.hashaven.benchmarks.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hashaven.benchmarks.proof.Child;
import org.hashaven.benchmarks.proof.Scratch;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.Container;
import org.hashaven.samples.videos.RepeatedVideo;
import org.hashaven.samples.videos.VideoCodec;
import org.hashaven.samples.videos.VideoFile;
import org.hashaven.samples.videos.VideoSettings;

/**
 * The most memory that hashing a long video takes, against that for two minutes of the same. Each is hashed in a process of its own with a
 * small heap. The long one is a minute of scenes, its coded pictures written again and again. Fails when the long one takes 64 MB more, or
 * more than 512 MB.
 *
 * <pre>
 * VideoMemory [minutes [width [height]]]          120 640 360
 * </pre>
 */
public final class VideoMemory {

	private static final List<String> JVM = List.of("-Xmx128m", "-XX:+UseSerialGC");
	private static final int SHORT_MINUTES = 2;
	private static final int MORE_MB = 64;
	private static final int MOST_MB = 512;

	private VideoMemory() {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 120;
		int width = args.length > 1 ? Integer.parseInt(args[1]) : 640;
		int height = args.length > 2 ? Integer.parseInt(args[2]) : 360;
		try (Scratch scratch = new Scratch("video-memory")) {
			Path minute = scratch.resolve("minute.mp4");
			Files.createDirectories(minute.getParent());
			VideoFile.write(Clips.scenes(1, width, height, 60_000), VideoSettings.of(Container.MP4, VideoCodec.H264), minute);
			int shortMb = hash(minute, SHORT_MINUTES, scratch.resolve("short.mp4"));
			int longMb = hash(minute, minutes, scratch.resolve("long.mp4"));
			Answers.require(longMb <= shortMb + MORE_MB && longMb <= MOST_MB, "memory grows with the video");
		}
	}

	/** Hashes so many minutes in another process; returns the most memory that it held, in MB. */
	private static int hash(Path minute, int minutes, Path file) throws IOException, InterruptedException {
		RepeatedVideo.write(minute, 60_000_000, minutes, file);
		long start = System.nanoTime();
		Process child = new ProcessBuilder(Child.command(VideoMemoryChild.class, JVM, List.of(file.toString()))).redirectErrorStream(true)
				.start();
		String said = "";
		try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
			said = String.join(" ", reader.lines().toList());
		}
		Answers.require(child.waitFor() == 0, said);
		System.out.printf("%d minutes, %d MB: %s, %.0f s%n", minutes, Files.size(file) >> 20, said, (System.nanoTime() - start) / 1e9);
		return Integer.parseInt(said.replaceAll(".*peak (\\d+) MB.*", "$1"));
	}
}

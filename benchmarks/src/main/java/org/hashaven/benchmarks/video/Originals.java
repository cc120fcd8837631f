package org.hashaven.benchmarks.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.DecodedVideo;
import org.hashaven.samples.videos.Montage;
import org.hashaven.samples.videos.MovingPicture;
import org.jspecify.annotations.Nullable;

/** The videos that were there first: made up, or files in a folder. */
final class Originals {

	private static final int WIDTH = 320;
	private static final int HEIGHT = 240;
	private static final int STRANGERS = 1_000_000;
	/** Videos from files are made smaller until they are no wider, to be done things to in reasonable time. */
	private static final int MAX_WIDTH = 480;

	/** Gives the video of a number. */
	private interface Source {

		MovingPicture video(int number) throws IOException;
	}

	private final List<String> names;
	private final List<Path> files;
	private final Source source;

	private Originals(List<String> names, List<Path> files, Source source) {
		this.names = names;
		this.files = files;
		this.source = source;
	}

	/** Made up of scenes, seen by a hidden camera, or the videos of a folder. */
	static Originals of(String kind, int count, int seconds) throws IOException {
		List<String> names = IntStream.range(0, count).mapToObj(number -> kind + "-" + number).toList();
		long durationMs = 1_000L * seconds;
		return switch (kind) {
			case "scenes" -> new Originals(names, List.of(), number -> Clips.scenes(number, WIDTH, HEIGHT, durationMs));
			case "spycam" -> new Originals(names, List.of(), number -> Clips.spycam(number, WIDTH, HEIGHT, durationMs));
			default -> inFolder(Path.of(kind));
		};
	}

	private static Originals inFolder(Path folder) throws IOException {
		try (Stream<Path> found = Files.list(folder)) {
			List<Path> files = found.filter(file -> file.toString().endsWith(".mp4")).sorted().toList();
			List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
			return new Originals(names, files, number -> reduced(DecodedVideo.of(files.get(number))));
		}
	}

	private static MovingPicture reduced(MovingPicture video) {
		return Montage.drawnOn(video, picture -> {
			Picture smaller = picture;
			while (smaller.width() > MAX_WIDTH) {
				smaller = Distortions.named("scale-50").apply(smaller, 0);
			}
			return smaller;
		});
	}

	/** Another made-up video, none of the originals. */
	static MovingPicture stranger(int number, int seconds) {
		return number % 4 == 0
				? Clips.spycam(STRANGERS + number, WIDTH, HEIGHT, 1_000L * seconds)
				: Clips.scenes(STRANGERS + number, WIDTH, HEIGHT, 1_000L * seconds);
	}

	/** Their ids. */
	List<String> names() {
		return names;
	}

	/** The file it is, if it is one. */
	@Nullable
	Path file(int number) {
		return files.isEmpty() ? null : files.get(number);
	}

	/** Whether two of them may show the same thing: files whose names begin with the same word. */
	boolean areKin(String name, String other) {
		return !files.isEmpty() && name.split("-", 2)[0].equals(other.split("-", 2)[0]);
	}

	MovingPicture video(int number) throws IOException {
		return source.video(number);
	}
}

package org.hashaven.samples.videos;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.hashaven.samples.videos.GeneratedClip.Part;

/** Makes up moving pictures: the same kind, seed and size give the same one. */
public final class Clips {

	/** Makes a scene of a size by chance. */
	private interface SceneMaker {

		Scene make(SplittableRandom random);
	}

	private static final int SENSOR_NOISE = 3;

	private Clips() {
	}

	/** Scenes of half a second to four seconds with hard cuts between: the camera pans, zooms, or someone walks by. */
	public static GeneratedClip scenes(long seed, int width, int height, long durationMs) {
		return cut(seed, durationMs, 600, 4_000, random -> anyScene(random, width, height));
	}

	/** Scenes of a fifth to half a second. */
	public static GeneratedClip fastCuts(long seed, int width, int height, long durationMs) {
		return cut(seed, durationMs, 200, 500, random -> anyScene(random, width, height));
	}

	/** What a hidden camera sees: a room that stands still, someone moving in it, a cheap sensor's noise. */
	public static GeneratedClip spycam(long seed, int width, int height, long durationMs) {
		return one(durationMs, () -> Walk.any(new SplittableRandom(seed), width, height, SENSOR_NOISE));
	}

	/** A photograph that stands still. */
	public static GeneratedClip still(long seed, int width, int height, long durationMs) {
		return one(durationMs, () -> CameraMove.still(new SplittableRandom(seed), width, height));
	}

	/** One slow pan over one photograph. */
	public static GeneratedClip pan(long seed, int width, int height, long durationMs) {
		return one(durationMs, () -> CameraMove.pan(new SplittableRandom(seed), width, height));
	}

	/** Black, or any other grey up to 255. */
	public static GeneratedClip even(int grey, int width, int height, long durationMs) {
		return one(durationMs, () -> Card.even(grey, width, height));
	}

	/** White letters on black; a few texts by seed. */
	public static GeneratedClip title(long seed, int width, int height, long durationMs) {
		return one(durationMs, () -> Card.title(seed, width, height));
	}

	private static GeneratedClip one(long durationMs, Supplier<Scene> scene) {
		return new GeneratedClip(List.of(new Part(0, 1_000 * durationMs, scene)), GeneratedClip.FRAMES_A_SECOND);
	}

	private static GeneratedClip cut(long seed, long durationMs, long shortestMs, long longestMs, SceneMaker maker) {
		SplittableRandom random = new SplittableRandom(seed);
		List<Part> parts = new ArrayList<>();
		long startMs = 0;
		while (startMs < durationMs) {
			// Whole frames of the usual rate, and no scene too short to be seen at the end.
			long wantedMs = startMs + random.nextLong(shortestMs, longestMs + 1) / 40 * 40;
			long endMs = durationMs - wantedMs < shortestMs ? durationMs : wantedMs;
			long sceneSeed = random.nextLong();
			parts.add(new Part(1_000 * startMs, 1_000 * endMs, () -> maker.make(new SplittableRandom(sceneSeed))));
			startMs = endMs;
		}
		return new GeneratedClip(parts, GeneratedClip.FRAMES_A_SECOND);
	}

	private static Scene anyScene(SplittableRandom random, int width, int height) {
		return switch (random.nextInt(5)) {
			case 0, 1 -> CameraMove.pan(random, width, height);
			case 2 -> CameraMove.zoom(random, width, height);
			case 3 -> CameraMove.still(random, width, height);
			default -> Walk.any(random, width, height, 0);
		};
	}
}

package org.hashaven.video.select;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.video.luma.LumaPlane;

/**
 * Notices where a new shot begins: the frame differs much from the one before, and much more than frames did until now.
 *
 * <p>
 * Compared are {@value #SIDE} × {@value #SIDE} pixels, spread evenly, of the luma (or of green): copying them takes a small part of the
 * time of decoding. Motion, noise and fades change every frame about as much as the frame before; so the threshold is {@value #FACTOR}
 * times the running mean of the differences, and at least {@value #MIN_LEVELS} of 255 levels a pixel. Slow changes are for the sampling.
 */
final class ShotDetector {

	private static final int SIDE = 32;
	private static final int PIXELS = SIDE * SIDE;
	private static final double MIN_LEVELS = 16;
	private static final double FACTOR = 3;
	/** How much of the running mean each frame replaces. */
	private static final double FADING = 0.2;

	private final LumaPlane plane = new LumaPlane();
	private int[] before = new int[PIXELS];
	private int[] now = new int[PIXELS];
	private boolean started;
	private double meanLevels;

	/** Looks at the next frame; the first one begins no new shot. */
	boolean isNewShot(AVFrame frame) {
		if (!look(frame)) {
			return false;
		}
		int sum = 0;
		for (int i = 0; i < PIXELS; i++) {
			sum += Math.abs(now[i] - before[i]);
		}
		int[] swapped = before;
		before = now;
		now = swapped;
		if (!started) {
			started = true;
			return false;
		}
		double levels = sum / (double) PIXELS;
		boolean newShot = levels >= MIN_LEVELS && levels >= FACTOR * meanLevels;
		// The cut itself says nothing about the motion in the shots.
		meanLevels += newShot ? 0 : FADING * (levels - meanLevels);
		return newShot;
	}

	/** Copies the frame's pixels; false when they cannot be read. */
	private boolean look(AVFrame frame) {
		if (!plane.take(frame)) {
			return false;
		}
		for (int y = 0; y < SIDE; y++) {
			plane.read(centre(y, frame.height()));
			for (int x = 0; x < SIDE; x++) {
				now[y * SIDE + x] = plane.level(centre(x, frame.width()));
			}
		}
		return true;
	}

	private static int centre(int cell, int pixels) {
		return (int) ((cell + 0.5) * pixels / SIDE);
	}
}

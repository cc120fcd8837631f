package org.hashaven.region.describe;

import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.Plane;
import org.hashaven.region.detect.ScaleSpace;

/** Samples the square that is hashed: turned to its direction, from the level whose blur suits the distance of its samples. */
final class PatchSampler {

	/** Samples in either direction. */
	static final int SIDE = 32;

	/** Blur in samples. */
	private static final double BLUR = 1;

	private PatchSampler() {
	}

	/**
	 * Takes the samples of a square; the rows run in its direction.
	 *
	 * @param rows
	 *            take a row each
	 * @param first
	 *            where in each of them
	 */
	static void sample(ScaleSpace space, Keypoint spot, float[][] rows, int first) {
		double step = spot.side() / SIDE;
		ScaleSpace.View view = space.near(BLUR * step);
		Plane plane = view.plane();
		float across = (float) (Math.cos(spot.angle()) * step) * view.scale();
		float down = (float) (Math.sin(spot.angle()) * step) * view.scale();
		float half = (SIDE - 1) / 2f;
		float x = spot.x() * view.scale();
		float y = spot.y() * view.scale();
		for (int row = 0; row < SIDE; row++) {
			float v = row - half;
			float fromX = x - half * across - v * down;
			float fromY = y - half * down + v * across;
			if (isWithin(fromX, across, plane.width()) && isWithin(fromY, down, plane.height())) {
				sampleWithin(plane.rows(), fromX, fromY, across, down, rows[row], first);
			} else {
				sampleOutside(plane, fromX, fromY, across, down, rows[row], first);
			}
		}
	}

	/** Whether all of a row's coordinates have a pixel before them and one behind; they ascend or descend. */
	private static boolean isWithin(float from, float step, int pixels) {
		float to = from + (SIDE - 1) * step;
		return Math.min(from, to) >= 0 && Math.max(from, to) < pixels - 1;
	}

	/** A row of samples that all have four pixels around them: as {@link Plane#at}. */
	private static void sampleWithin(float[][] from, float fromX, float fromY, float across, float down, float[] to, int first) {
		for (int column = 0; column < SIDE; column++) {
			float x = fromX + column * across;
			float y = fromY + column * down;
			int left = (int) x;
			int upper = (int) y;
			float[] row = from[upper];
			float[] next = from[upper + 1];
			float dx = x - left;
			float above = row[left] + dx * (row[left + 1] - row[left]);
			float below = next[left] + dx * (next[left + 1] - next[left]);
			to[first + column] = above + (y - upper) * (below - above);
		}
	}

	private static void sampleOutside(Plane plane, float fromX, float fromY, float across, float down, float[] to, int first) {
		for (int column = 0; column < SIDE; column++) {
			to[first + column] = plane.at(fromX + column * across, fromY + column * down);
		}
	}
}

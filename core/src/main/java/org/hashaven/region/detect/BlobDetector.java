package org.hashaven.region.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds blobs: extrema of differences of Gaussians in place and scale, refined between pixels and levels; no edges.
 *
 * <p>
 * Reference: Lowe (2004), sections 3 and 4.
 */
final class BlobDetector {

	/** Weaker ones are noise: a difference of levels of 0..255. */
	private static final float LEAST_STRENGTH = 0.15f;

	/** Curvature along over curvature across, at most. */
	private static final float MOST_ELONGATED = 25;

	private static final int MOST_MOVES = 4;

	private BlobDetector() {
	}

	static List<Blob> detect(ScaleSpace space) {
		List<Blob> blobs = new ArrayList<>();
		for (int octave = 0; octave < space.octaves(); octave++) {
			Differences differences = new Differences(space, octave);
			float factor = 1 << octave;
			ExtremaScan.scan(differences, 0.8f * LEAST_STRENGTH, (level, x, y) -> refine(differences, level, x, y, factor, blobs));
		}
		return blobs;
	}

	/** Fits a paraboloid to the extremum and its neighbours, moving on when its top lies nearer to one of them. */
	private static void refine(Differences differences, int firstLevel, int firstX, int firstY, float factor, List<Blob> blobs) {
		int level = firstLevel;
		int x = firstX;
		int y = firstY;
		for (int move = 0; move <= MOST_MOVES; move++) {
			float own = differences.at(level, x, y);
			float left = differences.at(level, x - 1, y);
			float right = differences.at(level, x + 1, y);
			float upper = differences.at(level, x, y - 1);
			float lower = differences.at(level, x, y + 1);
			float below = differences.at(level - 1, x, y);
			float above = differences.at(level + 1, x, y);
			double gx = (right - left) / 2;
			double gy = (lower - upper) / 2;
			double gs = (above - below) / 2;
			double xx = right + left - 2 * own;
			double yy = lower + upper - 2 * own;
			double ss = above + below - 2 * own;
			double xy = (differences.at(level, x + 1, y + 1) - differences.at(level, x + 1, y - 1) - differences.at(level, x - 1, y + 1)
					+ differences.at(level, x - 1, y - 1)) / 4;
			double xs = (differences.at(level + 1, x + 1, y) - differences.at(level + 1, x - 1, y) - differences.at(level - 1, x + 1, y)
					+ differences.at(level - 1, x - 1, y)) / 4;
			double ys = (differences.at(level + 1, x, y + 1) - differences.at(level + 1, x, y - 1) - differences.at(level - 1, x, y + 1)
					+ differences.at(level - 1, x, y - 1)) / 4;
			double a = yy * ss - ys * ys;
			double b = ys * xs - xy * ss;
			double c = xy * ys - yy * xs;
			double det = xx * a + xy * b + xs * c;
			if (det == 0) {
				return;
			}
			double dx = -(a * gx + b * gy + c * gs) / det;
			double dy = -(b * gx + (xx * ss - xs * xs) * gy + (xy * xs - xx * ys) * gs) / det;
			double ds = -(c * gx + (xy * xs - xx * ys) * gy + (xx * yy - xy * xy) * gs) / det;
			if (Math.abs(dx) <= 0.6 && Math.abs(dy) <= 0.6 && Math.abs(ds) <= 0.6) {
				double value = own + (gx * dx + gy * dy + gs * ds) / 2;
				double flat = xx * yy - xy * xy;
				double trace = xx + yy;
				if (Math.abs(value) >= LEAST_STRENGTH && flat > 0
						&& trace * trace * MOST_ELONGATED < (MOST_ELONGATED + 1) * (MOST_ELONGATED + 1) * flat) {
					blobs.add(new Blob((float) (x + dx) * factor, (float) (y + dy) * factor,
							(float) ScaleSpace.sigmaInOctave(level + ds) * factor, (float) Math.abs(value)));
				}
				return;
			}
			x += Math.abs(dx) > 0.6 ? (int) Math.signum(dx) : 0;
			y += Math.abs(dy) > 0.6 ? (int) Math.signum(dy) : 0;
			level += Math.abs(ds) > 0.6 ? (int) Math.signum(ds) : 0;
			if (!differences.hasNeighbours(level, x, y)) {
				return;
			}
		}
	}
}

package org.hashaven.region;

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
			Plane[] differences = new Plane[ScaleSpace.LEVELS - 1];
			for (int i = 0; i < differences.length; i++) {
				differences[i] = difference(space.level(octave, i + 1), space.level(octave, i));
			}
			for (int level = 1; level <= ScaleSpace.STEPS; level++) {
				detect(differences, level, octave, blobs);
			}
		}
		return blobs;
	}

	private static Plane difference(Plane more, Plane less) {
		Plane plane = Plane.of(more.width(), more.height());
		float[] to = plane.values();
		float[] a = more.values();
		float[] b = less.values();
		for (int i = 0; i < to.length; i++) {
			to[i] = a[i] - b[i];
		}
		return plane;
	}

	private static void detect(Plane[] differences, int level, int octave, List<Blob> blobs) {
		Plane plane = differences[level];
		float[] values = plane.values();
		int width = plane.width();
		for (int y = 1; y < plane.height() - 1; y++) {
			for (int x = 1; x < width - 1; x++) {
				int i = y * width + x;
				float value = values[i];
				if (Math.abs(value) >= 0.8f * LEAST_STRENGTH && isExtremum(differences, level, i, width, value)) {
					refine(differences, level, x, y, octave, blobs);
				}
			}
		}
	}

	private static boolean isExtremum(Plane[] differences, int level, int i, int width, float value) {
		float sign = value > 0 ? 1 : -1;
		float own = value * sign;
		return isHighest(differences[level].values(), i, width, sign, own)
				&& isHighest(differences[level - 1].values(), i, width, sign, own)
				&& isHighest(differences[level + 1].values(), i, width, sign, own);
	}

	private static boolean isHighest(float[] values, int i, int width, float sign, float own) {
		return values[i] * sign <= own && values[i - 1] * sign <= own && values[i + 1] * sign <= own
				&& values[i - width] * sign <= own && values[i + width] * sign <= own
				&& values[i - width - 1] * sign <= own && values[i - width + 1] * sign <= own
				&& values[i + width - 1] * sign <= own && values[i + width + 1] * sign <= own;
	}

	/** Fits a paraboloid to the extremum and its neighbours, moving on when its top lies nearer to one of them. */
	private static void refine(Plane[] differences, int firstLevel, int firstX, int firstY, int octave, List<Blob> blobs) {
		int level = firstLevel;
		int x = firstX;
		int y = firstY;
		int width = differences[0].width();
		int height = differences[0].height();
		for (int move = 0; move <= MOST_MOVES; move++) {
			float[] here = differences[level].values();
			float[] below = differences[level - 1].values();
			float[] above = differences[level + 1].values();
			int i = y * width + x;
			double gx = (here[i + 1] - here[i - 1]) / 2;
			double gy = (here[i + width] - here[i - width]) / 2;
			double gs = (above[i] - below[i]) / 2;
			double xx = here[i + 1] + here[i - 1] - 2 * here[i];
			double yy = here[i + width] + here[i - width] - 2 * here[i];
			double ss = above[i] + below[i] - 2 * here[i];
			double xy = (here[i + width + 1] - here[i + width - 1] - here[i - width + 1] + here[i - width - 1]) / 4;
			double xs = (above[i + 1] - above[i - 1] - below[i + 1] + below[i - 1]) / 4;
			double ys = (above[i + width] - above[i - width] - below[i + width] + below[i - width]) / 4;
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
				double value = here[i] + (gx * dx + gy * dy + gs * ds) / 2;
				double flat = xx * yy - xy * xy;
				double trace = xx + yy;
				if (Math.abs(value) >= LEAST_STRENGTH && flat > 0
						&& trace * trace * MOST_ELONGATED < (MOST_ELONGATED + 1) * (MOST_ELONGATED + 1) * flat) {
					float factor = 1 << octave;
					blobs.add(new Blob((float) (x + dx) * factor, (float) (y + dy) * factor,
							(float) ScaleSpace.sigmaInOctave(level + ds) * factor, (float) Math.abs(value)));
				}
				return;
			}
			x += Math.abs(dx) > 0.6 ? (int) Math.signum(dx) : 0;
			y += Math.abs(dy) > 0.6 ? (int) Math.signum(dy) : 0;
			level += Math.abs(ds) > 0.6 ? (int) Math.signum(ds) : 0;
			if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1 || level < 1 || level > ScaleSpace.STEPS) {
				return;
			}
		}
	}
}

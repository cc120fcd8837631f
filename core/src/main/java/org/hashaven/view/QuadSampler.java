package org.hashaven.view;

import org.hashaven.pdq.PdqHasher;

/**
 * Brings a quadrangle to 64 × 64 samples: each the mean of four points of its cell, each of these drawn between the pixels of a level that is
 * coarse enough for them to cover the cell.
 */
final class QuadSampler {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	/** Of the points from the middle of their cell, in cells. */
	private static final double APART = 0.2;
	private static final double PIXELS = 128;

	private QuadSampler() {
	}

	/**
	 * Samples a quadrangle; the picture's edge pixels stand for what lies beyond.
	 *
	 * @param size
	 *            of its shorter side
	 * @param samples
	 *            takes the samples, row after row
	 */
	static void sample(Pyramid pyramid, Quad quad, double size, float[] samples) {
		int level = pyramid.levelOf(size, PIXELS);
		Plane plane = pyramid.level(level);
		double scale = 1.0 / (1 << level);
		for (int row = 0; row < SIDE; row++) {
			for (int column = 0; column < SIDE; column++) {
				double u = column + 0.5 + TentAxis.BEHIND;
				double v = row + 0.5 + TentAxis.BEHIND;
				float sum = at(plane, quad, scale, u - APART, v - APART) + at(plane, quad, scale, u + APART, v - APART)
						+ at(plane, quad, scale, u - APART, v + APART) + at(plane, quad, scale, u + APART, v + APART);
				samples[row * SIDE + column] = sum / 4;
			}
		}
	}

	private static float at(Plane plane, Quad quad, double scale, double column, double row) {
		double u = column / SIDE;
		double v = row / SIDE;
		double w = scale / (quad.g() * u + quad.h() * v + 1);
		double x = clamp((quad.a() * u + quad.b() * v + quad.c()) * w - 0.5, plane.width() - 1.0);
		double y = clamp((quad.d() * u + quad.e() * v + quad.f()) * w - 0.5, plane.height() - 1.0);
		int left = (int) x;
		int top = (int) y;
		float right = (float) (x - left);
		float below = (float) (y - top);
		int step = left + 1 < plane.width() ? 1 : 0;
		int line = top + 1 < plane.height() ? plane.width() : 0;
		int at = top * plane.width() + left;
		float[] luma = plane.luma();
		float upper = luma[at] + right * (luma[at + step] - luma[at]);
		float lower = luma[at + line] + right * (luma[at + line + step] - luma[at + line]);
		return upper + below * (lower - upper);
	}

	private static double clamp(double value, double most) {
		return Math.max(0, Math.min(value, most));
	}
}

package org.hashaven.view.raster;

import org.hashaven.pdq.PdqHasher;

/**
 * Brings a quadrangle to 64 × 64 samples, each drawn between the pixels of a level so coarse that a pixel is about a cell: its own means
 * and the slopes between them stand for PDQ's tents.
 */
public final class QuadSampler {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	/** Minimum number of pixels of the shorter side, where the picture has them. */
	private static final double PIXELS = 80;
	/** From a plane's end to the last place that has a pixel behind it. */
	private static final float INSIDE = 1.001f;

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
	public static void sample(Pyramid pyramid, Quad quad, double size, float[] samples) {
		int level = pyramid.levelOf(size, PIXELS);
		Plane plane = pyramid.level(level);
		double scale = 1.0 / (1 << level);
		double part = 1.0 / SIDE;
		boolean parallel = quad.g() == 0 && quad.h() == 0;
		double[] across = new double[SIDE];
		double[] down = new double[SIDE];
		for (int column = 0; column < SIDE; column++) {
			double u = (column + 0.5 + TentAxis.BEHIND) * part;
			across[column] = quad.a() * u;
			down[column] = quad.d() * u;
		}
		float lastX = Math.max(0, plane.width() - INSIDE);
		float lastY = Math.max(0, plane.height() - INSIDE);
		for (int row = 0; row < SIDE; row++) {
			double v = (row + 0.5 + TentAxis.BEHIND) * part;
			double x = quad.b() * v + quad.c();
			double y = quad.e() * v + quad.f();
			double w = quad.h() * v + 1;
			for (int column = 0; column < SIDE; column++) {
				double u = (column + 0.5 + TentAxis.BEHIND) * part;
				double under = parallel ? scale : scale / (quad.g() * u + w);
				samples[row * SIDE + column] = at(plane, clamp((float) ((across[column] + x) * under) - 0.5f, lastX),
						clamp((float) ((down[column] + y) * under) - 0.5f, lastY));
			}
		}
	}

	/** Coordinates are numbers: {@link Math#max} would pay for what is none. */
	private static float clamp(float coordinate, float last) {
		return coordinate <= 0 ? 0 : coordinate >= last ? last : coordinate;
	}

	private static float at(Plane plane, float x, float y) {
		int left = (int) x;
		int top = (int) y;
		float right = x - left;
		float below = y - top;
		int at = top * plane.width() + left;
		int step = plane.width() > 1 ? 1 : 0;
		int line = plane.height() > 1 ? plane.width() : 0;
		float[] luma = plane.luma();
		float upper = luma[at] + right * (luma[at + step] - luma[at]);
		float lower = luma[at + line] + right * (luma[at + line + step] - luma[at + line]);
		return upper + below * (lower - upper);
	}
}

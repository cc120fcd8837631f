package org.hashaven.region.detect;

import java.util.Arrays;

/**
 * Blurs a plane with a Gaussian, rows and columns in turn; past a side its last pixel is repeated.
 *
 * <p>
 * Each row is blurred along itself into a ring of as many rows as the kernel is high, and each row of the result is made of that ring, so
 * that what is worked on stays in the nearest memory. Loops have as many terms as the JIT still makes vectors of.
 */
final class GaussianBlur {

	/** Of the kernel on each side, in standard deviations, at least. */
	private static final double REACH = 2.5;

	/** Pixels on each side of the middle, at least and at most; the loops are made for them. */
	private static final int LEAST_RADIUS = 4;
	private static final int MOST_RADIUS = 8;

	private GaussianBlur() {
	}

	/** One half of the kernel, its middle first, an even number on each side; the whole sums to 1. */
	static float[] kernel(double sigma) {
		int radius = (int) Math.max(LEAST_RADIUS, 2 * Math.ceil(REACH * sigma / 2));
		if (radius > MOST_RADIUS) {
			throw new IllegalArgumentException("blur of " + sigma + " pixels at once");
		}
		float[] kernel = new float[radius + 1];
		double sum = 0;
		for (int i = 0; i <= radius; i++) {
			double value = StrictMath.exp(-i * i / (2 * sigma * sigma));
			kernel[i] = (float) value;
			sum += i == 0 ? value : 2 * value;
		}
		for (int i = 0; i <= radius; i++) {
			kernel[i] /= (float) sum;
		}
		return kernel;
	}

	/** A new plane, blurred. */
	static Plane blur(Plane plane, double sigma) {
		float[] kernel = kernel(sigma);
		int radius = kernel.length - 1;
		int last = plane.height() - 1;
		float[] padded = new float[plane.width() + 2 * MOST_RADIUS];
		float[][] ring = new float[2 * radius + 1][plane.width()];
		float[][] blurred = new float[plane.height()][]; // rows are made when they are written, while they are near
		for (int y = 0; y <= last + radius; y++) {
			if (y <= last) {
				pad(plane.rows()[y], padded);
				along(padded, ring[y % ring.length], kernel);
			}
			if (y >= radius) {
				blurred[y - radius] = new float[plane.width()];
				down(ring, y - radius, last, blurred[y - radius], kernel);
			}
		}
		return new Plane(plane.width(), plane.height(), blurred);
	}

	private static void pad(float[] row, float[] padded) {
		Arrays.fill(padded, 0, MOST_RADIUS, row[0]);
		System.arraycopy(row, 0, padded, MOST_RADIUS, row.length);
		Arrays.fill(padded, MOST_RADIUS + row.length, padded.length, row[row.length - 1]);
	}

	/** Blurs a padded row along itself. */
	private static void along(float[] padded, float[] to, float[] kernel) {
		alongTo2(padded, to, kernel[0], kernel[1], kernel[2]);
		along3And4(padded, to, kernel[3], kernel[4]);
		if (kernel.length > 6) {
			along5And6(padded, to, kernel[5], kernel[6]);
		}
		if (kernel.length > 8) {
			along7And8(padded, to, kernel[7], kernel[8]);
		}
	}

	private static void alongTo2(float[] p, float[] to, float a, float b, float c) {
		for (int x = 0; x < to.length; x++) {
			to[x] = a * p[x + 8] + b * (p[x + 7] + p[x + 9]) + c * (p[x + 6] + p[x + 10]);
		}
	}

	private static void along3And4(float[] p, float[] to, float a, float b) {
		for (int x = 0; x < to.length; x++) {
			to[x] += a * (p[x + 5] + p[x + 11]) + b * (p[x + 4] + p[x + 12]);
		}
	}

	private static void along5And6(float[] p, float[] to, float a, float b) {
		for (int x = 0; x < to.length; x++) {
			to[x] += a * (p[x + 3] + p[x + 13]) + b * (p[x + 2] + p[x + 14]);
		}
	}

	private static void along7And8(float[] p, float[] to, float a, float b) {
		for (int x = 0; x < to.length; x++) {
			to[x] += a * (p[x + 1] + p[x + 15]) + b * (p[x] + p[x + 16]);
		}
	}

	/** Blurs down columns: one row of the result. */
	private static void down(float[][] ring, int y, int last, float[] to, float[] kernel) {
		start(row(ring, y, last), row(ring, y - 1, last), row(ring, y + 1, last), row(ring, y - 2, last), row(ring, y + 2, last),
				row(ring, y - 3, last), row(ring, y + 3, last), row(ring, y - 4, last), row(ring, y + 4, last), to, kernel);
		for (int n = LEAST_RADIUS + 1; n < kernel.length; n += 2) {
			addTwo(row(ring, y - n, last), row(ring, y + n, last), row(ring, y - n - 1, last), row(ring, y + n + 1, last), to, kernel[n],
					kernel[n + 1]);
		}
	}

	private static float[] row(float[][] ring, int y, int last) {
		return ring[Math.clamp(y, 0, last) % ring.length];
	}

	private static void start(float[] own, float[] a, float[] b, float[] c, float[] d, float[] e, float[] f, float[] g, float[] h,
			float[] to, float[] kernel) {
		float k0 = kernel[0];
		float k1 = kernel[1];
		float k2 = kernel[2];
		float k3 = kernel[3];
		float k4 = kernel[4];
		for (int x = 0; x < to.length; x++) {
			to[x] = k0 * own[x] + k1 * (a[x] + b[x]) + k2 * (c[x] + d[x]) + (k3 * (e[x] + f[x]) + k4 * (g[x] + h[x]));
		}
	}

	private static void addTwo(float[] a, float[] b, float[] c, float[] d, float[] to, float factor, float next) {
		for (int x = 0; x < to.length; x++) {
			to[x] += factor * (a[x] + b[x]) + next * (c[x] + d[x]);
		}
	}
}

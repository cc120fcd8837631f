package org.hashaven.benchmarks.leak;

import java.util.Arrays;

/** The orthonormal cosine transform between pictures of 64 × 64 and their 32 × 32 lowest frequencies, in which an attacker draws. */
final class Dct {

	/** Samples of a picture in either direction. */
	static final int SIDE = 64;
	static final int PIXELS = SIDE * SIDE;

	/** Frequencies in either direction, the constant included. */
	static final int KEPT = 32;
	static final int COUNT = KEPT * KEPT;

	/** Frequency after frequency. */
	private static final float[][] WAVES = new float[KEPT][SIDE];

	static {
		for (int k = 0; k < KEPT; k++) {
			double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE);
			for (int j = 0; j < SIDE; j++) {
				WAVES[k][j] = (float) (scale * Math.cos(Math.PI * k * (2 * j + 1) / (2.0 * SIDE)));
			}
		}
	}

	private Dct() {
	}

	/** The index of a frequency. */
	static int index(int across, int down) {
		return down * KEPT + across;
	}

	/** Coefficients to a picture; the adjoint of {@link #coefficients}. */
	static float[] picture(float[] coefficients) {
		float[] picture = new float[PIXELS];
		float[] row = new float[SIDE];
		for (int v = 0; v < KEPT; v++) {
			Arrays.fill(row, 0);
			for (int u = 0; u < KEPT; u++) {
				addScaled(WAVES[u], coefficients[v * KEPT + u], row, 0);
			}
			for (int y = 0; y < SIDE; y++) {
				addScaled(row, WAVES[v][y], picture, y * SIDE);
			}
		}
		return picture;
	}

	/** A picture to its coefficients. */
	static float[] coefficients(float[] picture) {
		float[] coefficients = new float[COUNT];
		float[] row = new float[SIDE];
		for (int v = 0; v < KEPT; v++) {
			Arrays.fill(row, 0);
			for (int y = 0; y < SIDE; y++) {
				float wave = WAVES[v][y];
				for (int x = 0; x < SIDE; x++) {
					row[x] += wave * picture[y * SIDE + x];
				}
			}
			for (int u = 0; u < KEPT; u++) {
				coefficients[v * KEPT + u] = dot(WAVES[u], row);
			}
		}
		return coefficients;
	}

	private static void addScaled(float[] from, float factor, float[] to, int first) {
		for (int x = 0; x < SIDE; x++) {
			to[first + x] += factor * from[x];
		}
	}

	private static float dot(float[] a, float[] b) {
		float sum = 0;
		for (int x = 0; x < SIDE; x++) {
			sum += a[x] * b[x];
		}
		return sum;
	}
}

package org.hashaven.region.describe;

/**
 * The lowest frequencies, the constant first, of the cosine transform of squares of samples that lie side by side.
 *
 * <p>
 * Waves of even frequency are the same forwards and backwards, those of odd frequency the opposite: opposite samples are added, or
 * subtracted, before they are multiplied, which halves the work.
 */
final class CosineTransform {

	/** Frequencies in either direction that a result has room for. */
	static final int ROOM = 16;

	private final int half;
	private final int kept;
	/** Frequency after frequency, the first half of each wave. */
	private final float[][] waves;

	/**
	 * A transform.
	 *
	 * @param side
	 *            samples, a multiple of 8
	 * @param kept
	 *            lowest frequencies in either direction
	 */
	CosineTransform(int side, int kept) {
		half = side / 2;
		this.kept = kept;
		waves = new float[kept][half];
		for (int k = 0; k < kept; k++) {
			for (int j = 0; j < half; j++) {
				waves[k][j] = (float) StrictMath.cos(Math.PI * k * (2 * j + 1) / (2.0 * side));
			}
		}
	}

	/** Frequencies kept in either direction. */
	int kept() {
		return kept;
	}

	/**
	 * Transforms down columns, however many there are.
	 *
	 * @param rows
	 *            samples, a row each; sums and differences of opposite ones afterwards
	 * @param to
	 *            takes a row for each frequency
	 */
	void down(float[][] rows, float[][] to) {
		for (int j = 0; j < half; j++) {
			fold(rows[j], rows[2 * half - 1 - j]);
		}
		for (int v = 0; v < kept; v++) {
			float[] wave = waves[v];
			for (int j = 0; j < half; j += 4) {
				float[] a = row(rows, v, j);
				float[] b = row(rows, v, j + 1);
				float[] c = row(rows, v, j + 2);
				float[] d = row(rows, v, j + 3);
				if (j == 0) {
					start(a, b, c, d, to[v], wave[j], wave[j + 1], wave[j + 2], wave[j + 3]);
				} else {
					add(a, b, c, d, to[v], wave[j], wave[j + 1], wave[j + 2], wave[j + 3]);
				}
			}
		}
	}

	private float[] row(float[][] folded, int v, int j) {
		return folded[v % 2 == 0 ? j : 2 * half - 1 - j];
	}

	private static void fold(float[] upper, float[] lower) {
		for (int x = 0; x < upper.length; x++) {
			float sum = upper[x] + lower[x];
			lower[x] = upper[x] - lower[x];
			upper[x] = sum;
		}
	}

	private static void start(float[] a, float[] b, float[] c, float[] d, float[] to, float byA, float byB, float byC, float byD) {
		for (int x = 0; x < to.length; x++) {
			to[x] = byA * a[x] + byB * b[x] + byC * c[x] + byD * d[x];
		}
	}

	private static void add(float[] a, float[] b, float[] c, float[] d, float[] to, float byA, float byB, float byC, float byD) {
		for (int x = 0; x < to.length; x++) {
			to[x] += byA * a[x] + byB * b[x] + byC * c[x] + byD * d[x];
		}
	}

	/**
	 * Transforms one row of one square.
	 *
	 * @param row
	 *            samples
	 * @param from
	 *            where they begin
	 * @param folded
	 *            scratch for as many
	 * @param to
	 *            takes the frequencies
	 * @param first
	 *            where they begin
	 */
	void along(float[] row, int from, float[] folded, float[] to, int first) {
		for (int j = 0; j < half; j++) {
			float one = row[from + j];
			float opposite = row[from + 2 * half - 1 - j];
			folded[j] = one + opposite;
			folded[half + j] = one - opposite;
		}
		for (int u = 0; u < kept; u++) {
			float[] wave = waves[u];
			int at = u % 2 == 0 ? 0 : half;
			float sum = 0;
			float other = 0;
			for (int j = 0; j < half; j += 2) {
				sum += wave[j] * folded[at + j];
				other += wave[j + 1] * folded[at + j + 1];
			}
			to[first + u] = sum + other;
		}
	}
}

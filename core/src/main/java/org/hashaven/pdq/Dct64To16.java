package org.hashaven.pdq;

import java.util.Arrays;
import org.hashaven.hash.Symmetry;

/**
 * The 16 × 16 lowest frequencies, without the constant, of the cosine transform of 64 × 64 samples.
 */
final class Dct64To16 {

	/** Frequencies kept in either direction: 1..16. */
	static final int KEPT = 16;

	/*
	 * B = D A Dᵗ with D (16 × 64). Each element is a sum over 64 products whose order is fixed; elements are independent. T = D A runs
	 * over its 64 columns in the inner loop, four terms of every sum at a time; B = T Dᵗ keeps eight sums in registers.
	 */

	private static final int SIDE = Downsampler.SIDE;

	/** D, row after row. */
	private static final float[] D = matrix();

	private Dct64To16() {
	}

	private static float[] matrix() {
		// The reference rounds the factor to a float, multiplies in doubles and rounds once more.
		float factor = (float) Math.sqrt(2.0 / SIDE);
		float[] matrix = new float[KEPT * SIDE];
		for (int i = 0; i < KEPT; i++) {
			for (int j = 0; j < SIDE; j++) {
				matrix[i * SIDE + j] = (float) (factor * StrictMath.cos(Math.PI / 2.0 / SIDE * (i + 1) * (2 * j + 1)));
			}
		}
		return matrix;
	}

	/**
	 * The transform.
	 *
	 * @param samples
	 *            64 × 64, row after row
	 * @return the workspace's coefficients, 16 × 16, row-major; row {@code i}, column {@code j} is frequency (i + 1, j + 1)
	 */
	static float[] transform(float[] samples, PdqWorkspace workspace) {
		float[][] a = workspace.rows;
		for (int row = 0; row < SIDE; row++) {
			System.arraycopy(samples, row * SIDE, a[row], 0, SIDE);
		}
		float[] b = workspace.coefficients;
		for (int i = 0; i < KEPT; i++) {
			float[] t = workspace.halfTransformed[i];
			Arrays.fill(t, 0);
			for (int k = 0; k < SIDE; k += 4) {
				int d = i * SIDE + k;
				addFourTerms(t, a[k], a[k + 1], a[k + 2], a[k + 3], D[d], D[d + 1], D[d + 2], D[d + 3]);
			}
			eightSums(t, 0, b, i * KEPT);
			eightSums(t, KEPT / 2, b, i * KEPT);
		}
		return b;
	}

	private static void addFourTerms(float[] t, float[] a0, float[] a1, float[] a2, float[] a3, float d0, float d1, float d2, float d3) {
		for (int j = 0; j < SIDE; j++) {
			t[j] = t[j] + d0 * a0[j] + d1 * a1[j] + d2 * a2[j] + d3 * a3[j];
		}
	}

	private static void eightSums(float[] t, int firstColumn, float[] b, int to) {
		float s0 = 0;
		float s1 = 0;
		float s2 = 0;
		float s3 = 0;
		float s4 = 0;
		float s5 = 0;
		float s6 = 0;
		float s7 = 0;
		int d = firstColumn * SIDE;
		for (int k = 0; k < SIDE; k++) {
			float value = t[k];
			s0 += value * D[d + k];
			s1 += value * D[d + SIDE + k];
			s2 += value * D[d + 2 * SIDE + k];
			s3 += value * D[d + 3 * SIDE + k];
			s4 += value * D[d + 4 * SIDE + k];
			s5 += value * D[d + 5 * SIDE + k];
			s6 += value * D[d + 6 * SIDE + k];
			s7 += value * D[d + 7 * SIDE + k];
		}
		int at = to + firstColumn;
		b[at] = s0;
		b[at + 1] = s1;
		b[at + 2] = s2;
		b[at + 3] = s3;
		b[at + 4] = s4;
		b[at + 5] = s5;
		b[at + 6] = s6;
		b[at + 7] = s7;
	}

	/**
	 * Turns a 16 × 16 DCT: a symmetry of the picture is a change of signs, and for four of them of axes, of the same transform.
	 *
	 * @param turned
	 *            where the result goes; not {@code coefficients}
	 * @return {@code turned}
	 */
	static float[] apply(Symmetry symmetry, float[] coefficients, float[] turned) {
		int side = KEPT;
		for (int i = 0; i < side; i++) {
			for (int j = 0; j < side; j++) {
				// Index 0 is frequency 1, an odd function: mirroring an axis changes the sign of the even indices.
				boolean negative = (symmetry.reversesY() && i % 2 == 0) ^ (symmetry.reversesX() && j % 2 == 0);
				float value = coefficients[i * side + j];
				turned[symmetry.transposes() ? j * side + i : i * side + j] = negative ? -value : value;
			}
		}
		return turned;
	}
}

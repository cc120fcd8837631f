package org.hashaven.region.describe;

import java.util.Arrays;

/**
 * How luma changes across and down, at each sample of a row but the outermost, and sums over all rows.
 *
 * <p>
 * What belongs to sample {@code x + 1} lies at {@code x}: nothing is then written after where something is read, so that a compiler can
 * take several samples at a time. Where two squares meet there is nothing of use.
 */
final class Gradients {

	/** Values of use of a square's row. */
	static final int USED = PatchSampler.SIDE - 2;

	final float[] across = new float[PatchBatch.WIDTH];
	final float[] down = new float[PatchBatch.WIDTH];
	/** Sums of squares and products, column by column. */
	final float[] acrossSquared = new float[PatchBatch.WIDTH];
	final float[] downSquared = new float[PatchBatch.WIDTH];
	final float[] both = new float[PatchBatch.WIDTH];

	void clear() {
		Arrays.fill(acrossSquared, 0);
		Arrays.fill(downSquared, 0);
		Arrays.fill(both, 0);
	}

	/** Takes a row between two others. */
	void take(float[] upper, float[] own, float[] lower) {
		subtract(own, upper, lower, across, down);
		addSquares(across, acrossSquared);
		addSquares(down, downSquared);
		addProducts(across, down, both);
	}

	private static void subtract(float[] own, float[] upper, float[] lower, float[] across, float[] down) {
		for (int x = 0; x < own.length - 2; x++) {
			across[x] = own[x + 2] - own[x];
			down[x] = lower[x + 1] - upper[x + 1];
		}
	}

	private static void addSquares(float[] values, float[] to) {
		for (int x = 0; x < to.length; x++) {
			to[x] += values[x] * values[x];
		}
	}

	private static void addProducts(float[] a, float[] b, float[] to) {
		for (int x = 0; x < to.length; x++) {
			to[x] += a[x] * b[x];
		}
	}
}

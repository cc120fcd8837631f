package org.hashaven.region.describe;

import java.util.Arrays;

/**
 * How strong edges of four directions are, in squares of half as many samples: sums of the roots of gradients, weighed.
 *
 * <p>
 * They tell how texture and outline are spread over a square, in frequencies lower than its luma needs for as many bits, so that they bear
 * more misplacement; the root keeps one strong edge from drowning all others. Rows are brought together here, columns in pairs when they
 * have been transformed, since both may change places.
 */
final class EdgeEnergy {

	/** Across, down, and the two diagonals. */
	static final int DIRECTIONS = 4;

	static final int SIDE = PatchSampler.SIDE / 2;

	private static final float HALF_ROOT = (float) Math.sqrt(0.5);

	private final float[][][] rows = new float[DIRECTIONS][SIDE][PatchBatch.WIDTH];
	/** The row's weights where its gradients lie. */
	private final float[] weights = new float[PatchBatch.WIDTH];

	void clear() {
		for (float[][] direction : rows) {
			for (float[] row : direction) {
				Arrays.fill(row, 0);
			}
		}
	}

	/** Adds a row of gradients to a row of energies. */
	void add(Gradients gradients, float[] weightsOfRow, int row) {
		System.arraycopy(weightsOfRow, 1, weights, 0, weights.length - 1);
		add(gradients.across, weights, rows[0][row]);
		add(gradients.down, weights, rows[1][row]);
		addSum(gradients.across, gradients.down, weights, rows[2][row]);
		addDifference(gradients.across, gradients.down, weights, rows[3][row]);
	}

	private static void add(float[] gradients, float[] weights, float[] to) {
		for (int x = 0; x < to.length; x++) {
			to[x] += weights[x] * (float) Math.sqrt(Math.abs(gradients[x]));
		}
	}

	private static void addSum(float[] across, float[] down, float[] weights, float[] to) {
		for (int x = 0; x < to.length; x++) {
			to[x] += weights[x] * (float) Math.sqrt(HALF_ROOT * Math.abs(across[x] + down[x]));
		}
	}

	private static void addDifference(float[] across, float[] down, float[] weights, float[] to) {
		for (int x = 0; x < to.length; x++) {
			to[x] += weights[x] * (float) Math.sqrt(HALF_ROOT * Math.abs(across[x] - down[x]));
		}
	}

	/** The energies of a direction. */
	float[][] rows(int direction) {
		return rows[direction];
	}

	/** Brings the columns of a square's row together in pairs; the outermost columns have no gradients. */
	static void pairs(float[] row, int patch, float[] to) {
		int from = patch * PatchSampler.SIDE;
		to[0] = row[from];
		for (int x = 1; x < SIDE - 1; x++) {
			to[x] = row[from + 2 * x - 1] + row[from + 2 * x];
		}
		to[SIDE - 1] = row[from + Gradients.USED - 1];
	}
}

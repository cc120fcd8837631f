package org.hashaven.region;

/**
 * How strong edges of four directions are, in a square of half as many samples: sums of the roots of gradients, weighed.
 *
 * <p>
 * They tell how texture and outline are spread over a square, in frequencies lower than its luma needs for as many bits, so that they bear
 * more misplacement; the root keeps one strong edge from drowning all others.
 */
final class EdgeEnergy {

	/** Across, down, and the two diagonals. */
	static final int DIRECTIONS = 4;

	static final int SIDE = PatchSampler.SIDE / 2;

	/** Values of one direction. */
	static final int VALUES = SIDE * SIDE;

	private static final float HALF_ROOT = (float) Math.sqrt(0.5);

	private EdgeEnergy() {
	}

	/** The energies, direction after direction, row after row. */
	static float[] of(float[] patch, float[] weights) {
		float[] energies = new float[DIRECTIONS * VALUES];
		int side = PatchSampler.SIDE;
		for (int y = 1; y < side - 1; y++) {
			for (int x = 1; x < side - 1; x++) {
				int i = y * side + x;
				float weight = weights[i];
				float across = patch[i + 1] - patch[i - 1];
				float down = patch[i + side] - patch[i - side];
				int to = y / 2 * SIDE + x / 2;
				energies[to] += weight * root(across);
				energies[to + VALUES] += weight * root(down);
				energies[to + 2 * VALUES] += weight * root(HALF_ROOT * (across + down));
				energies[to + 3 * VALUES] += weight * root(HALF_ROOT * (across - down));
			}
		}
		return energies;
	}

	private static float root(float gradient) {
		return (float) Math.sqrt(Math.abs(gradient));
	}
}

package org.hashaven.region;

/**
 * Whether a square shows edges of more than one direction: a horizon, a pole or a hem looks like every other one.
 *
 * <p>
 * The measure is the smaller over the larger eigenvalue of the structure tensor, the sum of its gradients' outer products.
 */
final class Roundness {

	/** Less is lines of one direction. */
	private static final double LEAST = 0.02;

	/** Mean square of gradients below which there is nothing to see, of luma 0..255. */
	private static final double LEAST_ENERGY = 0.25;

	private static final int SIDE = PatchSampler.SIDE;

	private Roundness() {
	}

	static boolean isRound(float[] patch) {
		double acrossSquared = 0;
		double downSquared = 0;
		double both = 0;
		for (int y = 1; y < SIDE - 1; y++) {
			for (int x = 1; x < SIDE - 1; x++) {
				int i = y * SIDE + x;
				float across = patch[i + 1] - patch[i - 1];
				float down = patch[i + SIDE] - patch[i - SIDE];
				acrossSquared += across * across;
				downSquared += down * down;
				both += across * down;
			}
		}
		double sum = acrossSquared + downSquared;
		double difference = Math.hypot(acrossSquared - downSquared, 2 * both);
		return sum >= LEAST_ENERGY * SIDE * SIDE && sum - difference >= LEAST * (sum + difference);
	}
}

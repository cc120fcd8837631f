package org.hashaven.region.describe;

/**
 * Whether a square shows edges of more than one direction: a horizon, a pole or a hem looks like every other one.
 *
 * <p>
 * The measure is the smaller over the larger eigenvalue of the structure tensor, the sum of its gradients' outer products.
 */
final class IsotropyFilter {

	/** Less is lines of one direction. */
	private static final double LEAST = 0.02;

	/** Mean square of gradients below which there is nothing to see, of luma 0..255. */
	private static final double LEAST_ENERGY = 0.25;

	private static final int SIDE = PatchSampler.SIDE;

	private IsotropyFilter() {
	}

	/** Of one of the squares of which all rows were taken. */
	static boolean isRound(Gradients gradients, int patch) {
		double acrossSquared = 0;
		double downSquared = 0;
		double both = 0;
		for (int x = patch * SIDE; x < patch * SIDE + Gradients.USED; x++) {
			acrossSquared += gradients.acrossSquared[x];
			downSquared += gradients.downSquared[x];
			both += gradients.both[x];
		}
		double sum = acrossSquared + downSquared;
		double difference = Math.hypot(acrossSquared - downSquared, 2 * both);
		return sum >= LEAST_ENERGY * SIDE * SIDE && sum - difference >= LEAST * (sum + difference);
	}
}

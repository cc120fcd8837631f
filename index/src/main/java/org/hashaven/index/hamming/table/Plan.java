package org.hashaven.index.hamming.table;

/**
 * How far to look in each slot for one query in one segment.
 *
 * <p>
 * Exact by the pigeonhole principle: when the thresholds {@code t} of the slots satisfy {@code sum(t + 1) = radius + 1}, a row within the
 * radius differs by at most {@code t} bits in at least one slot. A threshold of -1 leaves a slot out. And more: going round the slots as in
 * a ring, there is a slot from which on all sums stay small, so that its own distance {@code d} and the next slot's satisfy {@code d <= t}
 * and {@code d + d' <= t + t' + 1} (the cycle lemma applied to {@code d - t - 1}; compare J. Qin and C. Xiao, "Pigeonring: A Principle for
 * Faster Thresholded Similarity Search", PVLDB 12 (2018)). The second condition is what sketches are for.
 *
 * <p>
 * The thresholds are chosen for the query at hand, since its buckets tell how many candidates each costs: in crowded slots we look less
 * far, in others farther. Whatever they are, the answer is the same.
 */
public final class Plan {

	/** Slots looked into by buckets that differ by one bit at most are counted exactly; beyond, by the mean of these. */
	private static final int COUNTED_BITS = 1;

	// Nanoseconds of opening a bucket and of comparing a sketch, as measured.
	private static final double PROBE_COST = 120;
	private static final double CANDIDATE_COST = 0.7;

	private final int[] thresholds = new int[SlotLayout.SLOTS];
	private final double[] nextCosts = new double[SlotLayout.SLOTS];

	/**
	 * Chooses the thresholds.
	 *
	 * @param nearby
	 *            for each slot the number of rows in the query's own bucket and in all those that differ from it by one bit: two numbers a
	 *            slot
	 * @param maxCost
	 *            most nanoseconds it may cost
	 * @return whether there is such a choice
	 */
	public boolean choose(SlotLayout layout, int radius, int[] nearby, double maxCost) {
		double cost = 0;
		for (int slot = 0; slot < SlotLayout.SLOTS; slot++) {
			thresholds[slot] = -1;
			nextCosts[slot] = costOf(layout, nearby, slot, 0);
		}
		for (int unit = 0; unit <= radius; unit++) {
			int cheapest = 0;
			for (int slot = 1; slot < SlotLayout.SLOTS; slot++) {
				cheapest = nextCosts[slot] < nextCosts[cheapest] ? slot : cheapest;
			}
			cost += nextCosts[cheapest];
			if (cost > maxCost) {
				return false;
			}
			thresholds[cheapest]++;
			nextCosts[cheapest] = costOf(layout, nearby, cheapest, thresholds[cheapest] + 1);
		}
		return true;
	}

	/** The cost of the buckets that differ from the query's by exactly this many bits. */
	private static double costOf(SlotLayout layout, int[] nearby, int slot, int distanceBits) {
		if (distanceBits > layout.bucketBits()) {
			return 0; // all buckets are open already
		}
		int buckets = BucketMasks.count(layout.bucketBits(), distanceBits);
		double rows = distanceBits <= COUNTED_BITS
				? nearby[2 * slot + distanceBits]
				: buckets * Math.max((double) (nearby[2 * slot] + nearby[2 * slot + 1]) / (layout.bucketBits() + 1),
						(double) layout.rows() / layout.buckets());
		return buckets * PROBE_COST + rows * CANDIDATE_COST;
	}

	/** How many bits of a slot may differ; -1 when it is left out. */
	public int threshold(int slot) {
		return thresholds[slot];
	}

	/** How many bits of the next slot may differ, given the number that differ in this one. */
	public int sketchLimit(int slot, int distanceBits) {
		return thresholds[slot] + thresholds[SlotLayout.next(slot)] + 1 - distanceBits;
	}
}

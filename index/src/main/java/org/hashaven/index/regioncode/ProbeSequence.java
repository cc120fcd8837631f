package org.hashaven.index.regioncode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionQuery;

/**
 * The buckets of a slot that a query probes, the likeliest first: its own, then those whose bits differ from it where it is least reliable.
 *
 * <p>
 * Which of the slot's bits are flipped together is the same for every query, told by their places in the order of reliability, so a lookup
 * sorts the bits of a slot and does nothing else. The order of the flips is by the weight that they have together on average.
 *
 * <p>
 * Reference: Lv, Josephson, Wang, Charikar, Li, "Multi-Probe LSH: Efficient Indexing for High-Dimensional Similarity Search" (2007).
 */
final class ProbeSequence {

	/** Buckets of a slot that are opened for one query. */
	static final int MAX_PROBES = 64;

	/** Only so many of the least reliable bits are ever flipped. */
	private static final int FLIPPED_BITS = 16;

	private static final int MAX_FLIPS = 4;

	private final int bits;
	/** By probe, a mask over places in the order of reliability. */
	private final int[] flips;

	/**
	 * A sequence for slots of so many bits.
	 *
	 * @param bits
	 *            1..32
	 */
	ProbeSequence(int bits) {
		this.bits = bits;
		int flipped = Math.min(bits, FLIPPED_BITS);
		List<Integer> masks = new ArrayList<>();
		for (int mask = 0; mask < 1 << flipped; mask++) {
			if (Integer.bitCount(mask) <= MAX_FLIPS) {
				masks.add(mask);
			}
		}
		flips = masks.stream().sorted(Comparator.<Integer>comparingDouble(this::expectedWeight).thenComparing(Comparator.naturalOrder()))
				.limit(MAX_PROBES).mapToInt(Integer::intValue).toArray();
	}

	/** Ranks of the slot's bits among all bits lie evenly on average. */
	private double expectedWeight(int mask) {
		double weight = 0;
		for (int rest = mask; rest != 0; rest &= rest - 1) {
			weight += RegionQuery.MIN_WEIGHT + (Integer.numberOfTrailingZeros(rest) + 0.5) * Region.CODE_BITS / bits;
		}
		return weight;
	}

	/** Number of probes. */
	int size() {
		return flips.length;
	}

	/**
	 * The buckets to probe.
	 *
	 * @param shift
	 *            the slot's lowest bit
	 * @param buckets
	 *            takes {@link #size} of them
	 * @param scratch
	 *            for as many ints as the slot has bits
	 */
	void buckets(RegionQuery query, int shift, int[] buckets, int[] scratch) {
		for (int bit = 0; bit < bits; bit++) { // insertion sort: a few bits, by weight
			int key = query.weight(shift + bit) << 8 | bit;
			int at = bit;
			while (at > 0 && scratch[at - 1] > key) {
				scratch[at] = scratch[at - 1];
				at--;
			}
			scratch[at] = key;
		}
		int own = (int) (query.code() >>> shift) & (int) ((1L << bits) - 1);
		for (int probe = 0; probe < flips.length; probe++) {
			int bucket = own;
			for (int rest = flips[probe]; rest != 0; rest &= rest - 1) {
				bucket ^= 1 << (scratch[Integer.numberOfTrailingZeros(rest)] & 0xff);
			}
			buckets[probe] = bucket;
		}
	}
}

package org.hashaven.index.regioncode;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.RegionQuery;

/**
 * The sets of unreliable bits whose flipping leads from a query's bucket to those that most likely hold its copies, the likeliest first.
 *
 * <p>
 * Query-directed probing (Lv, Josephson, Wang, Charikar and Li, <i>Multi-Probe LSH</i>, VLDB 2007) in the form in which the sets are
 * computed once: only the ranks of the bits matter, and the j-th least reliable of b bits of a slot is expected to weigh
 * {@code 3 + 64 (j + 0.5) / b}. Sets are ordered by their expected weight, then by their number as a mask.
 *
 * <p>
 * Each set but the empty one extends an earlier set by one bit, so that a query derives all its buckets with one operation each.
 */
final class ProbeSequence {

	/** Most buckets that a query opens in a table. */
	static final int MAX_PROBES = 64;

	private final int[] masks;

	/** The set that each set extends, and the bit that it adds, by its rank in the slot. */
	private final int[] parents;
	private final int[] addedRanks;

	private ProbeSequence(int[] masks) {
		this.masks = masks;
		this.parents = new int[masks.length];
		this.addedRanks = new int[masks.length];
		for (int probe = 1; probe < masks.length; probe++) {
			int added = Integer.highestOneBit(masks[probe]);
			addedRanks[probe] = Integer.numberOfTrailingZeros(added);
			while (masks[parents[probe]] != masks[probe] - added) {
				parents[probe]++;
			}
		}
	}

	/** The sequence for slots of this many bits. */
	static ProbeSequence of(int bits) {
		return of(bits, MAX_PROBES);
	}

	/** A sequence of at most this many buckets. */
	static ProbeSequence of(int bits, int maxProbes) {
		int[] masks = new int[(int) Math.min(maxProbes, 1L << bits)];
		// A set is followed by the one with its highest bit moved up, and the one with the bit above its highest added.
		PriorityQueue<Integer> next = new PriorityQueue<>(
				Comparator.comparingLong((Integer mask) -> weight(mask, bits)).thenComparing(Comparator.naturalOrder()));
		next.add(1);
		for (int probe = 1; probe < masks.length; probe++) {
			int mask = next.remove();
			masks[probe] = mask;
			int highest = Integer.highestOneBit(mask);
			if (highest < 1 << (bits - 1)) {
				next.add(mask + highest);
				next.add(mask + 2 * highest);
			}
		}
		return new ProbeSequence(masks);
	}

	/** The expected weight, times twice the number of bits. */
	private static long weight(int mask, int bits) {
		long weight = 0;
		for (int rest = mask; rest != 0; rest &= rest - 1) {
			int rank = Integer.numberOfTrailingZeros(rest);
			weight += 2L * bits * RegionQuery.MIN_WEIGHT + Region.CODE_BITS * (2L * rank + 1);
		}
		return weight;
	}

	/** Number of buckets. */
	int size() {
		return masks.length;
	}

	/** The sets, bit j for the j-th least reliable bit of a slot. */
	int[] masks() {
		return masks.clone();
	}

	/**
	 * Puts the buckets to open here.
	 *
	 * @param bucket
	 *            of the query
	 * @param bits
	 *            the bits of a bucket number, the least reliable first
	 * @param buckets
	 *            filled from {@code from} on
	 */
	void buckets(int bucket, int[] bits, int[] buckets, int from) {
		buckets[from] = bucket;
		for (int probe = 1; probe < masks.length; probe++) {
			buckets[from + probe] = buckets[from + parents[probe]] ^ bits[addedRanks[probe]];
		}
	}
}

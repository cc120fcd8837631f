package org.hashaven.index.hamming.table;

import java.util.Arrays;
import java.util.stream.IntStream;

/** All numbers of up to 16 bits in the order of how many of their bits are set: what to flip in a bucket's number to get its neighbours. */
public final class BucketMasks {

	private static final int[][] ORDERED = new int[SlotLayout.SLOT_BITS + 1][];
	private static final int[][] FROM = new int[SlotLayout.SLOT_BITS + 1][];

	static {
		for (int bits = 1; bits <= SlotLayout.SLOT_BITS; bits++) {
			// Number of set bits above, number below: plain ints sort into the order wanted.
			ORDERED[bits] = IntStream.range(0, 1 << bits).map(mask -> (Integer.bitCount(mask) << SlotLayout.SLOT_BITS) | mask).sorted()
					.map(key -> key & 0xFFFF).toArray();
			int[] from = new int[bits + 2];
			Arrays.stream(ORDERED[bits]).forEach(mask -> from[Integer.bitCount(mask) + 1]++);
			Arrays.parallelPrefix(from, Integer::sum);
			FROM[bits] = from;
		}
	}

	private BucketMasks() {
	}

	/** Number of masks of the given width with exactly the given number of bits set. */
	public static int count(int bits, int set) {
		return FROM[bits][set + 1] - FROM[bits][set];
	}

	/** All masks of the given width, not a copy: those with {@code set} bits set begin at {@link #from}. */
	public static int[] of(int bits) {
		return ORDERED[bits];
	}

	/** Where the masks with the given number of bits set begin; they end where those with one more begin. */
	public static int from(int bits, int set) {
		return FROM[bits][set];
	}
}

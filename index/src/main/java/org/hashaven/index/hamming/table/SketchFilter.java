package org.hashaven.index.hamming.table;

import java.util.Arrays;

/**
 * The kernel that decides which candidates are looked at: it compares 16-bit sketches, four in a word, with the query's.
 *
 * <p>
 * It counts differing bits in all four lanes at once, as in H. S. Warren, "Hacker's Delight", section 5-1. The loop is one that the JIT
 * turns into vector instructions: two different arrays, both from 0, no branch.
 */
public final class SketchFilter {

	/** Sketches of a word. */
	public static final int LANES = Long.SIZE / SlotLayout.SLOT_BITS;

	/** The highest bit of each lane: what a word of the result is when no sketch of it passes. */
	public static final long NONE = 0x8000_8000_8000_8000L;

	private static final long EACH_LANE = 0x0001_0001_0001_0001L;
	private static final long LARGEST = 0x7FFF;

	private static final long[] NONES = new long[SearchScratch.WORDS];

	static {
		Arrays.fill(NONES, NONE);
	}

	private SketchFilter() {
	}

	/** The same sketch in each lane. */
	public static long inEachLane(int sketch) {
		return sketch * EACH_LANE;
	}

	/**
	 * Compares.
	 *
	 * @param sketches
	 *            four sketches a word
	 * @param results
	 *            for each word the highest bit of each lane that differs in more than {@code limitBits}; {@link #NONE} when all do
	 * @param words
	 *            how many
	 * @param query
	 *            the query's sketch in each lane
	 * @param limitBits
	 *            most bits that may differ, 0..16
	 */
	public static void apply(long[] sketches, long[] results, int words, long query, int limitBits) {
		long tooMany = (LARGEST - limitBits) * EACH_LANE;
		for (int i = 0; i < words; i++) {
			long bits = sketches[i] ^ query;
			bits -= (bits >>> 1) & 0x5555_5555_5555_5555L;
			bits = (bits & 0x3333_3333_3333_3333L) + ((bits >>> 2) & 0x3333_3333_3333_3333L);
			bits = (bits + (bits >>> 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
			bits = (bits + (bits >>> 8)) & 0x001F_001F_001F_001FL;
			results[i] = (bits + tooMany) & NONE;
		}
	}

	/** The first word from {@code from} on of which a sketch passes; {@code words} when there is none. */
	public static int next(long[] results, int from, int words) {
		int nones = Arrays.mismatch(results, from, words, NONES, 0, words - from);
		return nones < 0 ? words : from + nones;
	}
}

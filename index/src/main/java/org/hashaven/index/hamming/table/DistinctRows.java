package org.hashaven.index.hamming.table;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hashes that occur more than once. Thousands of cases can be about one picture; it takes up room, and time in a search, once.
 *
 * <p>
 * Hashes are grouped by their first slot, and each group is sorted by a number made from all words: equal ones then lie side by side. Two
 * different hashes whose numbers are equal too may keep an equal pair apart, which costs room and no more.
 */
public final class DistinctRows {

	// An odd multiplier with well-spread bits, 2^64 divided by the golden ratio.
	private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

	private DistinctRows() {
	}

	/**
	 * A row for every different hash, in the order of their first ordinals.
	 *
	 * @param rowOfOrdinal
	 *            the row of each ordinal
	 * @param rows
	 *            how many there are
	 */
	public record Grouping(int[] rowOfOrdinal, int rows) {
	}

	/**
	 * Groups the ordinals that have one hash.
	 *
	 * @param hashes
	 *            the hashes of all ordinals
	 * @return null when all are different
	 */
	public static @Nullable Grouping group(Rows hashes) {
		int[] firstOf = null;
		SlotLayout layout = SlotLayout.of(hashes.size());
		int[] starts = new int[layout.buckets() + 1];
		int[] ordinals = inOrderOfBuckets(hashes, layout, starts);
		long[] keys = new long[0];
		for (int bucket = 0; bucket < layout.buckets(); bucket++) {
			int size = starts[bucket + 1] - starts[bucket];
			int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
			keys = ArrayUtil.growNoCopy(keys, size);
			for (int i = 0; i < size; i++) {
				keys[i] = (mixed(hashes, ordinals[starts[bucket] + i]) << indexBits) | i;
			}
			Arrays.sort(keys, 0, size);
			int first = 0;
			for (int i = 1; i < size; i++) {
				int firstOrdinal = ordinals[starts[bucket] + index(keys[first], indexBits)];
				int ordinal = ordinals[starts[bucket] + index(keys[i], indexBits)];
				if (keys[i] >> indexBits == keys[first] >> indexBits && hashes.equal(firstOrdinal, ordinal)) {
					firstOf = firstOf == null ? identity(hashes.size()) : firstOf;
					firstOf[ordinal] = firstOrdinal;
				} else {
					first = i;
				}
			}
		}
		return firstOf == null ? null : numbered(firstOf);
	}

	private static int[] inOrderOfBuckets(Rows hashes, SlotLayout layout, int[] starts) {
		for (int ordinal = 0; ordinal < hashes.size(); ordinal++) {
			starts[bucket(hashes, layout, ordinal) + 1]++;
		}
		Arrays.parallelPrefix(starts, Integer::sum);
		int[] next = starts.clone();
		int[] ordinals = new int[hashes.size()];
		for (int ordinal = 0; ordinal < hashes.size(); ordinal++) {
			ordinals[next[bucket(hashes, layout, ordinal)]++] = ordinal;
		}
		return ordinals;
	}

	private static int bucket(Rows hashes, SlotLayout layout, int ordinal) {
		return layout.bucket(hashes.slotBits(ordinal, 0));
	}

	private static long mixed(Rows hashes, int ordinal) {
		long mixed = 0;
		for (int column = 0; column < Hash256.WORDS; column++) {
			mixed = Long.rotateLeft((mixed ^ hashes.word(ordinal, column)) * SPREAD, Integer.SIZE);
		}
		return mixed;
	}

	private static int index(long key, int indexBits) {
		return (int) key & ((1 << indexBits) - 1);
	}

	private static int[] identity(int size) {
		int[] numbers = new int[size];
		Arrays.setAll(numbers, i -> i);
		return numbers;
	}

	/** Numbers the firsts one after the other, and gives each ordinal the number of its first. */
	private static Grouping numbered(int[] firstOf) {
		int rows = 0;
		for (int ordinal = 0; ordinal < firstOf.length; ordinal++) {
			firstOf[ordinal] = firstOf[ordinal] == ordinal ? rows++ : firstOf[firstOf[ordinal]];
		}
		return new Grouping(firstOf, rows);
	}
}

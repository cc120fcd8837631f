package org.hashaven.index.hamming.rows;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/** What a search of one segment found: ordinals with their distances, two numbers in one long. */
public final class RangeHits implements RowSink {

	private static final int DISTANCE_BITS = 9;

	private long[] packed = new long[16];
	private int size;

	@Override
	public void add(int ordinal, int distanceBits) {
		packed = ArrayUtil.grow(packed, size + 1);
		packed[size++] = (long) ordinal << DISTANCE_BITS | distanceBits;
	}

	/** Forgets all hits. */
	public void clear() {
		size = 0;
	}

	/** Puts the hits in the order of their ordinals, which is the order of their documents. */
	public void sort() {
		Arrays.sort(packed, 0, size);
	}

	public int size() {
		return size;
	}

	public int ordinal(int hit) {
		return (int) (packed[hit] >>> DISTANCE_BITS);
	}

	public int distanceBits(int hit) {
		return (int) packed[hit] & ((1 << DISTANCE_BITS) - 1);
	}
}

package org.hashaven.index.hamming;

import java.lang.foreign.MemorySegment;
import org.hashaven.hash.Hash256;

/**
 * Search by looking at every hash: two words decide nearly always, since two hashes of different pictures differ in about 64 of 128 bits,
 * and only for the rest the other two columns are read.
 */
final class ColumnScan implements RangeSearcher {

	private final HashColumns columns;

	ColumnScan(HashColumns columns) {
		this.columns = columns;
	}

	@Override
	public void search(Hash256 query, int radius, RangeHits hits) {
		int size = columns.size();
		for (int ordinal = next(query, radius, 0); ordinal < size; ordinal = next(query, radius, ordinal + 1)) {
			int distanceBits = columns.distanceBits(ordinal, query);
			if (distanceBits <= radius) {
				hits.add(ordinal, distanceBits);
			}
		}
	}

	private int next(Hash256 query, int radius, int from) {
		return next(columns.column(0), columns.column(1), query.word(0), query.word(1), radius, from, columns.size());
	}

	/**
	 * The first ordinal from {@code from} on whose two leading words lie within the radius. A loop of its own, without a call in it: the
	 * JIT then checks bounds and liveness of the mappings once and not for every hash, which makes it twice as fast.
	 */
	private static int next(MemorySegment column0, MemorySegment column1, long query0, long query1, int radius, int from, int size) {
		for (int ordinal = from; ordinal < size; ordinal++) {
			long offset = (long) ordinal * Long.BYTES;
			if (Long.bitCount(column0.get(HashColumns.WORD, offset) ^ query0)
					+ Long.bitCount(column1.get(HashColumns.WORD, offset) ^ query1) <= radius) {
				return ordinal;
			}
		}
		return size;
	}
}

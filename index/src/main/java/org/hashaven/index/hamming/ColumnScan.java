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
		MemorySegment column0 = columns.column(0);
		MemorySegment column1 = columns.column(1);
		long query0 = query.word(0);
		long query1 = query.word(1);
		for (int ordinal = 0; ordinal < columns.size(); ordinal++) {
			long offset = (long) ordinal * Long.BYTES;
			int firstHalfBits = Long.bitCount(column0.get(HashColumns.WORD, offset) ^ query0)
					+ Long.bitCount(column1.get(HashColumns.WORD, offset) ^ query1);
			if (firstHalfBits <= radius) {
				int distanceBits = firstHalfBits + Long.bitCount(columns.word(2, ordinal) ^ query.word(2))
						+ Long.bitCount(columns.word(3, ordinal) ^ query.word(3));
				if (distanceBits <= radius) {
					hits.add(ordinal, distanceBits);
				}
			}
		}
	}
}

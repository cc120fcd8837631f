package org.hashaven.index.hamming.rows;

import java.lang.foreign.MemorySegment;
import org.hashaven.hash.Hash256;
import org.hashaven.index.mmap.MappedFile;

/**
 * Search by looking at every row: two words decide nearly always, since two hashes of different pictures differ in about 64 of 128 bits.
 * For small segments, and for radii so wide or data so crowded that tables would lead to most rows anyway.
 */
public final class RowScan {

	private RowScan() {
	}

	/** Notes every row within the radius of a query of four words. */
	public static void search(Rows rows, long[] query, int radius, RowSink sink) {
		int size = rows.size();
		for (int row = next(rows, query, radius, 0); row < size; row = next(rows, query, radius, row + 1)) {
			int distanceBits = rows.distanceBits(row, query);
			if (distanceBits <= radius) {
				sink.add(row, distanceBits);
			}
		}
	}

	private static int next(Rows rows, long[] query, int radius, int from) {
		return next(rows.bytes(), query[0], query[1], radius, from, rows.size());
	}

	/**
	 * The first row from {@code from} on whose two leading words lie within the radius. A loop of its own, without a call in it: the JIT
	 * then checks bounds and liveness of the mapping once and not for every row, which makes it twice as fast.
	 */
	private static int next(MemorySegment rows, long query0, long query1, int radius, int from, int size) {
		for (int row = from; row < size; row++) {
			long offset = (long) row * Hash256.BYTES;
			if (Long.bitCount(rows.get(MappedFile.LONG, offset) ^ query0)
					+ Long.bitCount(rows.get(MappedFile.LONG, offset + Long.BYTES) ^ query1) <= radius) {
				return row;
			}
		}
		return size;
	}
}

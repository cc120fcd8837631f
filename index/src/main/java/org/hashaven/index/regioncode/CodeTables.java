package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;

/**
 * The tables of both slots of a segment.
 *
 * @param bucketBits
 *            width of a slot
 * @param low
 *            by the least significant bits
 * @param high
 *            by the most significant bits
 * @param probes
 *            the buckets to open in each
 */
record CodeTables(int bucketBits, CodeTable low, CodeTable high, ProbeSequence probes) {

	/** The tables in this part of a file. */
	static CodeTables of(int bucketBits, int rows, MemorySegment part) {
		long size = CodeTable.sizeBytes(bucketBits, rows);
		return new CodeTables(bucketBits, CodeTable.of(CodeSlot.LOW, bucketBits, rows, part.asSlice(0, size)),
				CodeTable.of(CodeSlot.HIGH, bucketBits, rows, part.asSlice(size, size)), ProbeSequence.of(bucketBits));
	}

	/** Bytes of both tables with their padding. */
	static long sizeBytes(int bucketBits, int rows) {
		return CodeSlot.values().length * CodeTable.sizeBytes(bucketBits, rows);
	}

	/** Whether both directories divide the rows. */
	boolean divideAllRows() {
		return low.dividesAllRows() && high.dividesAllRows();
	}
}

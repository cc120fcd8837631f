package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The tables of both slots of a segment.
 *
 * @param low
 *            by the least significant bits
 * @param high
 *            by the most significant bits
 * @param probes
 *            the buckets to open in each
 */
record CodeTables(CodeTable low, CodeTable high, ProbeSequence probes) {

	/** The tables in this part of a file. */
	static CodeTables of(int bucketBits, int rows, MemorySegment part) {
		List<CodeSlot> slots = CodeSlot.both(bucketBits, rows);
		long size = CodeTable.sizeBytes(bucketBits, rows);
		return new CodeTables(CodeTable.of(slots.get(0), rows, part.asSlice(0, size)),
				CodeTable.of(slots.get(1), rows, part.asSlice(size, size)), ProbeSequence.of(bucketBits));
	}

	/** Bytes of both tables with their padding. */
	static long sizeBytes(int bucketBits, int rows) {
		return CodeSlot.COUNT * CodeTable.sizeBytes(bucketBits, rows);
	}

	/** Bytes of these tables without their padding. */
	long sizeBytes() {
		return low.directory().byteSize() + low.postings().byteSize() + high.directory().byteSize() + high.postings().byteSize();
	}

	/** Whether both directories divide the rows. */
	boolean divideAllRows() {
		return low.dividesAllRows() && high.dividesAllRows();
	}
}

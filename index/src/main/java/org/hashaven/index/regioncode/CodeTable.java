package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;
import org.hashaven.index.mmap.MappedFile;

/**
 * The rows of a segment in the order of the bits of one slot.
 *
 * @param slot
 *            the bits
 * @param directory
 *            the first position of each bucket, and the number of rows
 * @param postings
 *            the row at each position, and above it the sketch of its code
 */
record CodeTable(CodeSlot slot, MemorySegment directory, MemorySegment postings) {

	/** Bytes of a table with its padding. */
	static long sizeBytes(int bucketBits, int rows) {
		return directoryBytes(bucketBits) + aligned((long) rows * Integer.BYTES);
	}

	/** The table of a slot in this part of a file. */
	static CodeTable of(CodeSlot slot, int rows, MemorySegment part) {
		return new CodeTable(slot, part.asSlice(0, ((1L << slot.bucketBits()) + 1) * Integer.BYTES),
				part.asSlice(directoryBytes(slot.bucketBits()), (long) rows * Integer.BYTES));
	}

	private static long directoryBytes(int bucketBits) {
		return aligned(((1L << bucketBits) + 1) * Integer.BYTES);
	}

	private static long aligned(long bytes) {
		return bytes + RegionVectorsFormat.ALIGNMENT_BYTES - 1 & -RegionVectorsFormat.ALIGNMENT_BYTES;
	}

	/** Whether the directory begins at 0, ascends and ends at the number of rows. */
	boolean dividesAllRows() {
		long buckets = directory.byteSize() / Integer.BYTES - 1;
		int before = 0;
		boolean ascends = position(0) == 0;
		for (long bucket = 1; bucket <= buckets; bucket++) {
			int position = position(bucket);
			ascends &= position >= before;
			before = position;
		}
		return ascends && before == postings.byteSize() / Integer.BYTES;
	}

	private int position(long bucket) {
		return directory.get(MappedFile.INT, bucket * Integer.BYTES);
	}
}

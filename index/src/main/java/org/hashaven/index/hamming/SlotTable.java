package org.hashaven.index.hamming;

import java.lang.foreign.MemorySegment;

/**
 * The table of one slot: all rows in the order of their buckets, and within a bucket in ascending order; the place of a row in that order
 * is its position.
 *
 * <pre>
 *   directory   bucket → first position
 *   sketches    position → the row's bits in the next slot
 *   low, high   position → row: the lower 16 bits as they are, the upper ones as Elias-Fano bits: in each bucket, a 1 for each row after
 *               as many 0 as its upper bits say
 * </pre>
 *
 * Elias-Fano: P. Elias, "Efficient Storage and Retrieval by Content and Address of Static Files", J. ACM 21 (1974).
 */
final class SlotTable {

	private final SlotLayout layout;
	private final MemorySegment directory;
	private final MemorySegment sketches;
	private final MemorySegment low;
	private final MemorySegment high;

	/**
	 * @param tables
	 *            the tables of all slots, {@link SlotLayout#sizeBytes()}
	 */
	SlotTable(SlotLayout layout, int slot, MemorySegment tables) {
		this.layout = layout;
		directory = tables.asSlice(layout.directoryOffset(slot), layout.directoryBytes());
		sketches = tables.asSlice(layout.sketchOffset(slot), layout.sketchBytes());
		low = tables.asSlice(layout.lowOffset(slot), layout.lowBytes());
		high = tables.asSlice(layout.highOffset(slot), layout.highBytes());
	}

	/** First position of a bucket; of the bucket after the last: the number of rows. */
	int start(int bucket) {
		return directory.getAtIndex(MappedFile.INT, bucket);
	}

	/** Puts the first positions of these buckets, and those after their last, at the same indexes. */
	void ranges(int[] buckets, int[] starts, int[] ends, int from, int to) {
		ranges(directory, buckets, starts, ends, from, to);
	}

	private static void ranges(MemorySegment directory, int[] buckets, int[] starts, int[] ends, int from, int to) {
		for (int i = from; i < to; i++) {
			long offset = (long) buckets[i] * Integer.BYTES;
			starts[i] = directory.get(MappedFile.INT, offset);
			ends[i] = directory.get(MappedFile.INT, offset + Integer.BYTES);
		}
	}

	/** The sketches of all positions and eight bytes more, for kernels. */
	MemorySegment sketches() {
		return sketches;
	}

	/** Whether the buckets divide all positions between them. */
	boolean dividesAllRows() {
		int before = 0;
		boolean ascends = start(0) == 0;
		for (int bucket = 1; bucket <= layout.buckets(); bucket++) {
			int start = start(bucket);
			ascends &= start >= before;
			before = start;
		}
		return ascends && before == layout.rows();
	}

	/**
	 * Reads what {@link #rows} will need for these positions, without a branch that waits for it: all of it is on its way from memory
	 * together.
	 *
	 * @return a number made from what was read, so that the JIT does not leave it out
	 */
	long touch(int[] buckets, int[] positions, int from, int to) {
		long touched = 0;
		int highValues = layout.highValues();
		for (int i = from; i < to; i++) {
			long bit = positions[i] + (long) buckets[i] * highValues;
			touched += low.get(MappedFile.SHORT, (long) positions[i] * Short.BYTES) + high.get(MappedFile.LONG, (bit >>> 6) * Long.BYTES);
		}
		return touched;
	}

	/** Puts the rows of these positions, ascending in each bucket, at the same indexes. */
	void rows(int[] buckets, int[] starts, int[] positions, int[] rows, int from, int to) {
		Cursor cursor = new Cursor();
		for (int i = from; i < to; i++) {
			rows[i] = cursor.row(buckets[i], starts[i], positions[i]);
		}
	}

	/** The first bit of a bucket's upper bits. */
	private long bit(int bucket, int start) {
		return start + (long) bucket * layout.highValues();
	}

	/** Reads the rows of ascending positions, bucket by bucket, without going back in a bucket. */
	final class Cursor {

		private int bucketStart = -1;
		private long firstBit;
		private long word;
		private long wordIndex;
		private int onesBefore;

		/**
		 * The row at a position.
		 *
		 * @param bucket
		 *            where it lies
		 * @param start
		 *            the bucket's first position
		 */
		int row(int bucket, int start, int position) {
			if (start != bucketStart) {
				bucketStart = start;
				firstBit = bit(bucket, start);
				wordIndex = firstBit >>> 6;
				word = high.getAtIndex(MappedFile.LONG, wordIndex) & (-1L << firstBit);
				onesBefore = 0;
			}
			int rank = position - start;
			for (int ones = Long.bitCount(word); onesBefore + ones <= rank; ones = Long.bitCount(word)) {
				onesBefore += ones;
				wordIndex++;
				word = high.getAtIndex(MappedFile.LONG, wordIndex);
			}
			long bit = wordIndex * Long.SIZE + Long.numberOfTrailingZeros(Long.expand(1L << (rank - onesBefore), word));
			int upper = (int) (bit - firstBit - rank);
			return (upper << Short.SIZE) | (low.getAtIndex(MappedFile.SHORT, position) & 0xFFFF);
		}
	}
}

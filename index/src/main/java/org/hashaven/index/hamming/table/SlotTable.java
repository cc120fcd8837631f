package org.hashaven.index.hamming.table;

import java.lang.foreign.MemorySegment;
import org.hashaven.index.mmap.MappedFile;

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
public final class SlotTable {

	private final SlotLayout layout;
	private final MemorySegment tables;
	private final long directory;
	private final long sketches;
	private final long low;
	private final long high;

	/**
	 * @param tables
	 *            the tables of all slots, {@link SlotLayout#sizeBytes()}
	 */
	public SlotTable(SlotLayout layout, int slot, MemorySegment tables) {
		this.layout = layout;
		this.tables = tables;
		directory = layout.directoryOffset(slot);
		sketches = layout.sketchOffset(slot);
		low = layout.lowOffset(slot);
		high = layout.highOffset(slot);
	}

	/** First position of a bucket; of the bucket after the last: the number of rows. */
	public int start(int bucket) {
		return tables.get(MappedFile.INT, directory + (long) bucket * Integer.BYTES);
	}

	/** Puts the first positions of these buckets, and those after their last, at the same indexes. */
	public void ranges(int[] buckets, int[] starts, int[] ends, int from, int to) {
		ranges(tables, directory, buckets, starts, ends, from, to);
	}

	private static void ranges(MemorySegment tables, long directory, int[] buckets, int[] starts, int[] ends, int from, int to) {
		for (int i = from; i < to; i++) {
			long offset = directory + (long) buckets[i] * Integer.BYTES;
			starts[i] = tables.get(MappedFile.INT, offset);
			ends[i] = tables.get(MappedFile.INT, offset + Integer.BYTES);
		}
	}

	/** Where the sketch of a position lies in the tables, with eight bytes at least after that of the last. */
	public long sketch(int position) {
		return sketches + (long) position * Short.BYTES;
	}

	/** Whether the buckets divide all positions between them. */
	public boolean dividesAllRows() {
		int before = 0;
		boolean ascends = start(0) == 0;
		for (int bucket = 1; bucket <= layout.buckets(); bucket++) {
			int start = start(bucket);
			ascends &= start >= before;
			before = start;
		}
		return ascends && before == layout.rows();
	}

	/** Notes what {@link #rows} will read for a position, or nearly all of it. */
	public void readAhead(int bucket, int position, Prefetcher ahead) {
		ahead.add(low(position));
		ahead.add(high(bit(bucket, position) >>> 6));
	}

	/** Puts the rows of these positions, ascending in each bucket, at the same indexes. */
	public void rows(int[] buckets, int[] starts, int[] positions, int[] rows, int from, int to) {
		Cursor cursor = new Cursor();
		for (int i = from; i < to; i++) {
			rows[i] = cursor.row(buckets[i], starts[i], positions[i]);
		}
	}

	/** The bit of a position among the upper bits, if all of the bucket's rows before it had the upper bits 0; else it comes later. */
	private long bit(int bucket, int position) {
		return position + (long) bucket * layout.highValues();
	}

	private long low(int position) {
		return low + (long) position * Short.BYTES;
	}

	private long high(long word) {
		return high + word * Long.BYTES;
	}

	/** Reads the rows of ascending positions, bucket by bucket, without going back in a bucket. */
	public final class Cursor {

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
				word = tables.get(MappedFile.LONG, high(wordIndex)) & (-1L << firstBit);
				onesBefore = 0;
			}
			int rank = position - start;
			for (int ones = Long.bitCount(word); onesBefore + ones <= rank; ones = Long.bitCount(word)) {
				onesBefore += ones;
				wordIndex++;
				word = tables.get(MappedFile.LONG, high(wordIndex));
			}
			long bit = wordIndex * Long.SIZE + Long.numberOfTrailingZeros(Long.expand(1L << (rank - onesBefore), word));
			int upper = (int) (bit - firstBit - rank);
			return (upper << Short.SIZE) | (tables.get(MappedFile.SHORT, low(position)) & 0xFFFF);
		}
	}
}

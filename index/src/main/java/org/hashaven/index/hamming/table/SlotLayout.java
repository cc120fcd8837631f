package org.hashaven.index.hamming.table;

/**
 * Where the parts of a slot's table lie, from the number of rows alone; the bytes are in {@code HammingVectorsFormat}.
 *
 * @param rows
 *            number of rows, at least 1
 * @param bucketBits
 *            leading bits of a slot's 16 that choose a bucket, 1..16
 */
public record SlotLayout(int rows, int bucketBits) {

	/** What the parts of a table are aligned to, in bytes: a cache line. */
	public static final int ALIGNMENT_BYTES = 64;

	/** Slots of a hash. */
	public static final int SLOTS = 16;

	/** Bits of a slot. */
	public static final int SLOT_BITS = 16;

	/** Fewer rows than this are scanned, which is as fast: no tables are written for them. */
	public static final int MIN_ROWS = 8_192;

	// Buckets of fewer rows would make the directories a large part of the segment.
	private static final int MIN_ROWS_A_BUCKET_BITS = 3;

	/** The layout for this many rows. */
	public static SlotLayout of(int rows) {
		int rowsBits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rows);
		return new SlotLayout(rows, Math.clamp(rowsBits - MIN_ROWS_A_BUCKET_BITS, 1, SLOT_BITS));
	}

	/** Number of buckets of a slot. */
	public int buckets() {
		return 1 << bucketBits;
	}

	/** The bucket of a slot's 16 bits. */
	public int bucket(int slotBits) {
		return slotBits >>> (SLOT_BITS - bucketBits);
	}

	/** Different values of the upper 16 bits of a row's number. */
	public int highValues() {
		return ((rows - 1) >>> Short.SIZE) + 1;
	}

	/** Bits of all high parts: one for each row, and one for each value in each bucket. */
	public long highBits() {
		return rows + (long) buckets() * highValues();
	}

	public long directoryBytes() {
		return aligned((buckets() + 1L) * Integer.BYTES);
	}

	/** Sketches are read eight bytes at a time, so that some are left over at the end. */
	public long sketchBytes() {
		return aligned((long) rows * Short.BYTES + Long.BYTES);
	}

	public long lowBytes() {
		return aligned((long) rows * Short.BYTES);
	}

	/** As many words as the bits need, and one that ends the last bucket's search. */
	public long highBytes() {
		return aligned((highBits() / Long.SIZE + 1) * Long.BYTES);
	}

	public long directoryOffset(int slot) {
		return slot * (directoryBytes() + sketchBytes() + lowBytes() + highBytes());
	}

	public long sketchOffset(int slot) {
		return directoryOffset(slot) + directoryBytes();
	}

	public long lowOffset(int slot) {
		return sketchOffset(slot) + sketchBytes();
	}

	public long highOffset(int slot) {
		return lowOffset(slot) + lowBytes();
	}

	/** Bytes of all slots. */
	public long sizeBytes() {
		return directoryOffset(SLOTS);
	}

	private static long aligned(long sizeBytes) {
		return (sizeBytes + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
	}

	/** The slot whose bits are the sketches of this one. */
	public static int next(int slot) {
		return (slot + 1) % SLOTS;
	}

	/** The bits of a slot in a query of four words. */
	public static int slotBits(long[] words, int slot) {
		return (int) (words[slot >>> 2] >>> ((slot & 3) * SLOT_BITS)) & 0xFFFF;
	}
}

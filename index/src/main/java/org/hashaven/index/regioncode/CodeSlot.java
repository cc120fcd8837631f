package org.hashaven.index.regioncode;

import java.util.List;

/**
 * The bits of a code that a table is ordered by, and the bits beside them that it keeps as a sketch.
 *
 * @param firstBit
 *            lowest bit of the bucket number
 * @param bucketBits
 *            bits of the bucket number, 1..{@value #MAX_BUCKET_BITS}
 * @param firstSketchBit
 *            lowest bit of the sketch
 * @param sketchBits
 *            bits of the sketch, 1..{@value #MAX_SKETCH_BITS}: those bits of a posting that row numbers leave free
 */
record CodeSlot(int firstBit, int bucketBits, int firstSketchBit, int sketchBits) {

	/** Most bits of a bucket number. */
	static final int MAX_BUCKET_BITS = 24;

	/** Most bits of a sketch. */
	static final int MAX_SKETCH_BITS = 8;

	/** Slots of a code: the least and the most significant bits. */
	static final int COUNT = 2;

	/** Both slots in a segment of this many rows, 1 or more. */
	static List<CodeSlot> both(int bucketBits, int rows) {
		int sketchBits = Math.min(MAX_SKETCH_BITS, Integer.numberOfLeadingZeros(rows - 1));
		return List.of(new CodeSlot(0, bucketBits, bucketBits, sketchBits),
				new CodeSlot(Long.SIZE - bucketBits, bucketBits, Long.SIZE - bucketBits - sketchBits, sketchBits));
	}

	/**
	 * The width of the slots in a segment of this many rows: as wide as leaves 3.75 rows and more to a bucket, so that the directories add
	 * 34 bytes at most to a photo of 16 regions. A wider slot is faster and finds less.
	 */
	static int bucketBits(int rows) {
		long maxBuckets = 4L * rows / 15;
		return Math.clamp(Long.SIZE - 1 - Long.numberOfLeadingZeros(maxBuckets), 1, MAX_BUCKET_BITS);
	}

	/** The bucket of a code. */
	int bucket(long code) {
		return (int) (code >>> firstBit) & ((1 << bucketBits) - 1);
	}

	/** The sketch of a code. */
	int sketch(long code) {
		return (int) (code >>> firstSketchBit) & ((1 << sketchBits) - 1);
	}

	/** Bits of a posting that number its row, below the sketch. */
	int rowBits() {
		return Integer.SIZE - sketchBits;
	}

	/** The posting of a row. */
	int posting(long code, int row) {
		return (sketch(code) << rowBits()) | row;
	}
}

package org.hashaven.index.regioncode;

/** The two disjoint bit ranges of a code by which tables are ordered. */
enum CodeSlot {

	/** The least significant bits. */
	LOW {
		@Override
		int firstBit(int bucketBits) {
			return 0;
		}
	},

	/** The most significant bits. */
	HIGH {
		@Override
		int firstBit(int bucketBits) {
			return Long.SIZE - bucketBits;
		}
	};

	/** Most bits of a slot. */
	static final int MAX_BITS = 24;

	/** The lowest bit of the slot. */
	abstract int firstBit(int bucketBits);

	/** The bucket of a code. */
	static int bucket(long code, int firstBit, int bucketBits) {
		return (int) (code >>> firstBit) & (1 << bucketBits) - 1;
	}

	/**
	 * The width of both slots in a segment of this many rows: as wide as leaves 3.75 rows and more to a bucket, so that the directories add
	 * 34 bytes at most to a photo of 16 regions. A wider slot is faster and finds less.
	 */
	static int bucketBits(int rows) {
		long maxBuckets = 4L * rows / 15;
		return Math.clamp(Long.SIZE - 1 - Long.numberOfLeadingZeros(maxBuckets), 1, MAX_BITS);
	}
}

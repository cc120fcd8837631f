package org.hashaven.index.regioncode;

import java.io.IOException;
import org.apache.lucene.store.IndexOutput;

/** Sorts the rows of a segment by their buckets in one slot: first all codes are counted, then all rows placed. */
final class CodeTableBuilder {

	private final int firstBit;
	private final int bucketBits;

	// While counting, the rows of the bucket before; then the next position of the bucket.
	private final int[] positions;
	private int[] rows = new int[0];
	private int nextRow;

	CodeTableBuilder(CodeSlot slot, int bucketBits) {
		this.firstBit = slot.firstBit(bucketBits);
		this.bucketBits = bucketBits;
		this.positions = new int[(1 << bucketBits) + 1];
	}

	/** Counts a code. */
	void count(long code) {
		positions[CodeSlot.bucket(code, firstBit, bucketBits) + 1]++;
	}

	/** Ends the counting. */
	void endCount() {
		for (int bucket = 1; bucket < positions.length; bucket++) {
			positions[bucket] += positions[bucket - 1];
		}
		rows = new int[positions[positions.length - 1]];
	}

	/** Places the next row. */
	void place(long code) {
		rows[positions[CodeSlot.bucket(code, firstBit, bucketBits)]++] = nextRow++;
	}

	/** Writes the table once all rows are placed. */
	void write(IndexOutput data) throws IOException {
		data.writeInt(0);
		for (int bucket = 0; bucket < positions.length - 1; bucket++) {
			data.writeInt(positions[bucket]); // its end by now
		}
		data.alignFilePointer(RegionVectorsFormat.ALIGNMENT_BYTES);
		for (int row : rows) {
			data.writeInt(row);
		}
		data.alignFilePointer(RegionVectorsFormat.ALIGNMENT_BYTES);
		rows = new int[0];
	}
}

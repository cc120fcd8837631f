package org.hashaven.index.regioncode;

import java.io.IOException;
import org.apache.lucene.store.IndexOutput;

/** Sorts the rows of a segment by their buckets in one slot: first all codes are counted, then all rows placed. */
final class CodeTableBuilder {

	private final CodeSlot slot;

	// While counting, the rows of the bucket before; then the next position of the bucket.
	private final int[] positions;
	private int[] postings = new int[0];
	private int nextRow;

	CodeTableBuilder(CodeSlot slot) {
		this.slot = slot;
		this.positions = new int[(1 << slot.bucketBits()) + 1];
	}

	/** Counts a code. */
	void count(long code) {
		positions[slot.bucket(code) + 1]++;
	}

	/** Ends the counting. */
	void endCount() {
		for (int bucket = 1; bucket < positions.length; bucket++) {
			positions[bucket] += positions[bucket - 1];
		}
		postings = new int[positions[positions.length - 1]];
	}

	/** Places the next row. */
	void place(long code) {
		postings[positions[slot.bucket(code)]++] = slot.posting(code, nextRow++);
	}

	/** Writes the table once all rows are placed. */
	void write(IndexOutput data) throws IOException {
		data.writeInt(0);
		for (int bucket = 0; bucket < positions.length - 1; bucket++) {
			data.writeInt(positions[bucket]); // its end by now
		}
		data.alignFilePointer(RegionVectorsFormat.ALIGNMENT_BYTES);
		for (int posting : postings) {
			data.writeInt(posting);
		}
		data.alignFilePointer(RegionVectorsFormat.ALIGNMENT_BYTES);
		postings = new int[0];
	}
}

package org.hashaven.index.hamming;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MemorySegmentAccessInput;
import org.hashaven.hash.Hash256;

/**
 * The hashes of one segment as four columns of 64-bit words, the most significant word first, mapped from the file where the directory can
 * map and copied to the heap where it cannot.
 */
final class HashColumns {

	/** A word in a column: little-endian like all of Lucene's files, at any address. */
	static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private final MemorySegment[] columns;
	private final int size;

	private HashColumns(MemorySegment[] columns, int size) {
		this.columns = columns;
		this.size = size;
	}

	/** The columns that begin at this position of a file, one after the other. */
	static HashColumns open(IndexInput file, long offset, int size) throws IOException {
		MemorySegment[] columns = new MemorySegment[Hash256.WORDS];
		long columnBytes = (long) size * Long.BYTES;
		for (int i = 0; i < columns.length; i++) {
			columns[i] = map(file, offset + i * columnBytes, columnBytes);
		}
		return new HashColumns(columns, size);
	}

	/** A part of a file as memory: mapped, or a copy where the directory does not map or the part lies in two mappings. */
	static MemorySegment map(IndexInput file, long offset, long sizeBytes) throws IOException {
		if (file instanceof MemorySegmentAccessInput mapped) {
			MemorySegment segment = mapped.segmentSliceOrNull(offset, sizeBytes);
			if (segment != null) {
				return segment;
			}
		}
		// Words, not bytes, carry the copy: an array of bytes would end at 2 GB.
		long[] words = new long[Math.toIntExact((sizeBytes + Long.BYTES - 1) / Long.BYTES)];
		MemorySegment copy = MemorySegment.ofArray(words).asSlice(0, sizeBytes);
		IndexInput source = file.clone();
		source.seek(offset);
		byte[] chunk = new byte[1 << 13];
		for (long done = 0; done < sizeBytes;) {
			int length = (int) Math.min(chunk.length, sizeBytes - done);
			source.readBytes(chunk, 0, length);
			MemorySegment.copy(chunk, 0, copy, ValueLayout.JAVA_BYTE, done, length);
			done += length;
		}
		return copy;
	}

	/** Number of hashes. */
	int size() {
		return size;
	}

	/** One column: {@link #size()} words. */
	MemorySegment column(int index) {
		return columns[index];
	}

	/** One word of one hash. */
	long word(int column, int ordinal) {
		return columns[column].getAtIndex(WORD, ordinal);
	}

	/** Number of bits in which one hash differs from another. */
	int distanceBits(int ordinal, Hash256 other) {
		return Long.bitCount(word(0, ordinal) ^ other.word(0)) + Long.bitCount(word(1, ordinal) ^ other.word(1))
				+ Long.bitCount(word(2, ordinal) ^ other.word(2)) + Long.bitCount(word(3, ordinal) ^ other.word(3));
	}
}

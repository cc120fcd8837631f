package org.hashaven.index.hamming.rows;

import java.lang.foreign.MemorySegment;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.table.BitPermutation;
import org.hashaven.index.mmap.MappedFile;

/**
 * The different hashes of one segment, a row of 32 bytes each, so that one cache line holds all that is needed to compare one. Their bits
 * lie as the segment's {@link BitPermutation} says.
 */
public final class Rows {

	private final MemorySegment bytes;
	private final int size;

	/**
	 * @param bytes
	 *            at least {@code size} rows of four words
	 */
	public Rows(MemorySegment bytes, int size) {
		this.bytes = bytes;
		this.size = size;
	}

	/** Number of rows. */
	public int size() {
		return size;
	}

	/** The memory of all rows, for kernels. */
	public MemorySegment bytes() {
		return bytes;
	}

	/** One word of one row; column 0 is the first. */
	public long word(int row, int column) {
		return bytes.get(MappedFile.LONG, (long) row * Hash256.BYTES + (long) column * Long.BYTES);
	}

	/** The bits of a slot of one row: two of its bytes, since words and files are little-endian. */
	public int slotBits(int row, int slot) {
		return bytes.get(MappedFile.SHORT, (long) row * Hash256.BYTES + (long) slot * Short.BYTES) & 0xFFFF;
	}

	/** Puts the four words of a row here. */
	public void get(int row, long[] words) {
		MemorySegment.copy(bytes, MappedFile.LONG, (long) row * Hash256.BYTES, words, 0, Hash256.WORDS);
	}

	/** Whether two rows are the same hash. */
	public boolean equal(int row, int other) {
		return word(row, 0) == word(other, 0) && word(row, 1) == word(other, 1) && word(row, 2) == word(other, 2)
				&& word(row, 3) == word(other, 3);
	}

	/** Number of bits in which a row differs from a query of four words, arranged alike. */
	public int distanceBits(int row, long[] query) {
		return Long.bitCount(word(row, 0) ^ query[0]) + Long.bitCount(word(row, 1) ^ query[1]) + Long.bitCount(word(row, 2) ^ query[2])
				+ Long.bitCount(word(row, 3) ^ query[3]);
	}
}

package org.hashaven.index.hamming.rows;

import java.lang.foreign.MemorySegment;
import org.hashaven.index.mmap.MappedFile;

/** Which ordinals share a row, in a segment where one hash belongs to several documents. */
public final class RowGroups {

	private final MemorySegment rowOfOrdinal;
	private final MemorySegment starts;
	private final MemorySegment ordinals;
	private final int rows;
	private final int count;

	/**
	 * @param bytes
	 *            {@link #sizeBytes}
	 */
	public RowGroups(MemorySegment bytes, int rows, int count) {
		long ordinalBytes = (long) count * Integer.BYTES;
		this.rowOfOrdinal = bytes.asSlice(0, ordinalBytes);
		this.starts = bytes.asSlice(ordinalBytes, (rows + 1L) * Integer.BYTES);
		this.ordinals = bytes.asSlice(ordinalBytes + (rows + 1L) * Integer.BYTES, ordinalBytes);
		this.rows = rows;
		this.count = count;
	}

	/** Bytes on disk. */
	public static long sizeBytes(int rows, int count) {
		return ((long) count + rows + 1 + count) * Integer.BYTES;
	}

	/** The row of an ordinal. */
	public int row(int ordinal) {
		return rowOfOrdinal.getAtIndex(MappedFile.INT, ordinal);
	}

	/** A sink of rows that hands each on as all its ordinals. */
	public RowSink ordinalsTo(RowSink sink) {
		return (row, distanceBits) -> {
			int end = starts.getAtIndex(MappedFile.INT, row + 1L);
			for (int i = starts.getAtIndex(MappedFile.INT, row); i < end; i++) {
				sink.add(ordinals.getAtIndex(MappedFile.INT, i), distanceBits);
			}
		};
	}

	/** Whether each ordinal is in one group, that of its row. */
	public boolean agree() {
		boolean agree = starts.getAtIndex(MappedFile.INT, 0) == 0 && starts.getAtIndex(MappedFile.INT, rows) == count;
		for (int row = 0; row < rows && agree; row++) {
			int before = -1;
			int end = starts.getAtIndex(MappedFile.INT, row + 1L);
			agree = end > starts.getAtIndex(MappedFile.INT, row) && end <= count;
			for (int i = starts.getAtIndex(MappedFile.INT, row); agree && i < end; i++) {
				int ordinal = ordinals.getAtIndex(MappedFile.INT, i);
				agree = ordinal > before && ordinal < count && row(ordinal) == row;
				before = ordinal;
			}
		}
		return agree;
	}
}

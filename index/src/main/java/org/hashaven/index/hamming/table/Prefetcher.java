package org.hashaven.index.hamming.table;

import java.lang.foreign.MemorySegment;
import org.hashaven.index.mmap.MappedFile;

/**
 * Places of a mapped file that are needed next, read together before they are used one by one.
 *
 * <p>
 * Memory answers after hundreds of nanoseconds, but answers some dozens of questions at a time. The processor asks ahead only as far as it
 * sees, and where reads stand between other work, that is two or three of them. In a loop of reads and nothing else it is all of them.
 */
public final class Prefetcher {

	/** What one read brings: a line of the processor's caches. */
	public static final int LINE_BYTES = 64;

	// What goes beyond is not read ahead, which costs time and nothing else.
	private static final int CAPACITY = 1 << 12;

	private final long[] offsets = new long[CAPACITY];
	private int count;

	// Written and never asked for, so that the JIT does not leave the reads out.
	public long sum;

	/** Notes that the line at this offset will be needed. */
	public void add(long offset) {
		if (count < CAPACITY) {
			offsets[count++] = offset;
		}
	}

	/** Notes that these bytes will be needed, or the first {@code lines} lines of them: from there on the processor sees what goes on. */
	public void add(long from, long to, int lines) {
		long first = from & -LINE_BYTES;
		long end = Math.min(to, first + (long) lines * LINE_BYTES);
		for (long offset = first; offset < end; offset += LINE_BYTES) {
			add(offset);
		}
	}

	/**
	 * Reads what was noted.
	 *
	 * @param memory
	 *            with eight bytes at each noted offset
	 */
	public void read(MemorySegment memory) {
		sum += sum(memory, offsets, count);
		count = 0;
	}

	private static long sum(MemorySegment memory, long[] offsets, int count) {
		long sum = 0;
		for (int i = 0; i < count; i++) {
			sum += memory.get(MappedFile.LONG, offsets[i]);
		}
		return sum;
	}
}

package org.hashaven.index.hamming.table;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.store.IndexOutput;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.Rows;
import org.hashaven.index.mmap.MappedFile;

/** Writes the tables of a segment, slot by slot: two passes over the rows for each, to count and to place. */
public final class SlotTableWriter {

	private static final VarHandle SHORT_IN_BYTES = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
	private static final int CHUNK = 1 << 12;

	private final byte[] chunk = new byte[CHUNK * Short.BYTES];
	private final Rows rows;
	private final SlotLayout layout;
	// For each position its row and, in the lower 16 bits, its sketch: placed as one, since placing is what costs.
	private final long[] postings;
	private final int[] ends;

	private SlotTableWriter(Rows rows, SlotLayout layout) {
		this.rows = rows;
		this.layout = layout;
		this.postings = new long[rows.size()];
		this.ends = new int[layout.buckets() + 1];
	}

	/** Writes {@link SlotLayout#sizeBytes()} bytes. */
	public static void write(Rows rows, SlotLayout layout, IndexOutput output) throws IOException {
		SlotTableWriter writer = new SlotTableWriter(rows, layout);
		for (int slot = 0; slot < SlotLayout.SLOTS; slot++) {
			writer.writeSlot(slot, output);
		}
	}

	private void writeSlot(int slot, IndexOutput output) throws IOException {
		int bucketShift = SlotLayout.SLOT_BITS - layout.bucketBits();
		Arrays.fill(ends, 0);
		count(rows.bytes(), rows.size(), slot, bucketShift, ends);
		Arrays.parallelPrefix(ends, Integer::sum);
		long at = output.getFilePointer();
		for (int start : ends) {
			output.writeInt(start);
		}
		at = padded(output, at + layout.directoryBytes());
		place(rows.bytes(), rows.size(), slot, bucketShift, ends, postings);
		writeShorts(0, output);
		at = padded(output, at + layout.sketchBytes());
		writeShorts(Short.SIZE, output);
		at = padded(output, at + layout.lowBytes());
		writeHigh(output);
		padded(output, at + layout.highBytes());
	}

	/** Writes 16 bits of each posting, a chunk at a time. */
	private void writeShorts(int fromBit, IndexOutput output) throws IOException {
		for (int from = 0; from < postings.length; from += CHUNK) {
			int count = Math.min(CHUNK, postings.length - from);
			for (int i = 0; i < count; i++) {
				SHORT_IN_BYTES.set(chunk, i * Short.BYTES, (short) (postings[from + i] >>> fromBit));
			}
			output.writeBytes(chunk, count * Short.BYTES);
		}
	}

	private static long padded(IndexOutput output, long until) throws IOException {
		for (long missing = until - output.getFilePointer(); missing > 0; missing--) {
			output.writeByte((byte) 0);
		}
		return until;
	}

	/** Counts the rows of each bucket at the index after the bucket's. */
	private static void count(MemorySegment rows, int size, int slot, int bucketShift, int[] counts) {
		for (int row = 0; row < size; row++) {
			counts[(slotBits(rows, row, slot) >>> bucketShift) + 1]++;
		}
	}

	/** Places the rows in the order of their buckets; the start of each bucket becomes its end. */
	private static void place(MemorySegment rows, int size, int slot, int bucketShift, int[] starts, long[] postings) {
		int next = SlotLayout.next(slot);
		for (int row = 0; row < size; row++) {
			postings[starts[slotBits(rows, row, slot) >>> bucketShift]++] = ((long) row << Short.SIZE) | slotBits(rows, row, next);
		}
	}

	/** A slot's bits are two of a row's bytes, since words and files are little-endian. */
	private static int slotBits(MemorySegment rows, int row, int slot) {
		return rows.get(MappedFile.SHORT, (long) row * Hash256.BYTES + (long) slot * Short.BYTES) & 0xFFFF;
	}

	/** In each bucket a 1 for each row, after as many 0 as its upper 16 bits say. */
	private void writeHigh(IndexOutput output) throws IOException {
		long bit = 0;
		long word = 0;
		int position = 0;
		for (int bucket = 0; bucket < layout.buckets(); bucket++) {
			int start = position;
			long firstBit = start + (long) bucket * layout.highValues();
			for (; position < ends[bucket]; position++) {
				long one = firstBit + (position - start) + (postings[position] >>> (2 * Short.SIZE));
				for (; bit >>> 6 < one >>> 6; bit = ((bit >>> 6) + 1) << 6) {
					output.writeLong(word);
					word = 0;
				}
				word |= 1L << one;
			}
		}
		output.writeLong(word);
	}
}

package org.hashaven.index.mmap;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MemorySegmentAccessInput;

/** Parts of an open file as memory, and the numbers in them: little-endian like all of Lucene's files, at any address. */
public final class MappedFile {

	/** Two bytes. */
	public static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
	/** Four bytes. */
	public static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
	/** Eight bytes. */
	public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private static final int CHUNK_BYTES = 1 << 13;

	private MappedFile() {
	}

	/**
	 * A part of a file: mapped, or a copy where the directory does not map or the part lies in two mappings. The copy is outside the heap
	 * as a mapping is: a kernel that met both kinds of memory would be compiled for both and be slower in each.
	 */
	public static MemorySegment part(IndexInput file, long offset, long sizeBytes) throws IOException {
		if (file instanceof MemorySegmentAccessInput mapped) {
			MemorySegment segment = mapped.segmentSliceOrNull(offset, sizeBytes);
			if (segment != null) {
				return segment;
			}
		}
		MemorySegment copy = Arena.ofAuto().allocate(sizeBytes, Long.BYTES);
		IndexInput source = file.clone();
		source.seek(offset);
		byte[] chunk = new byte[CHUNK_BYTES];
		for (long done = 0; done < sizeBytes;) {
			int length = (int) Math.min(chunk.length, sizeBytes - done);
			source.readBytes(chunk, 0, length);
			MemorySegment.copy(chunk, 0, copy, ValueLayout.JAVA_BYTE, done, length);
			done += length;
		}
		return copy;
	}
}

package org.hashaven.index.hamming.rows;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.hashaven.hash.Hash256;
import org.hashaven.index.mmap.MappedFile;

/**
 * Rows while a segment is being made from them: in memory where they are few, else in a temporary file of the index, mapped, so that a
 * merge of a hundred million needs no more memory than the system has to spare.
 */
public final class RowStore implements Closeable {

	private static final int MEMORY_ROWS = 1 << 16;

	private final Rows rows;
	private final Closeable memory;

	private RowStore(Rows rows, Closeable memory) {
		this.rows = rows;
		this.memory = memory;
	}

	/** Puts words where rows are kept. */
	@FunctionalInterface
	public interface Source {

		/** Puts the four words of the next row here. */
		void next(long[] words) throws IOException;
	}

	/** Adds the given number of rows. */
	public static RowStore of(int count, Source source, SegmentWriteState state) throws IOException {
		return count <= MEMORY_ROWS ? inMemory(count, source) : inFile(count, source, state);
	}

	private static RowStore inMemory(int count, Source source) throws IOException {
		Arena arena = Arena.ofConfined();
		try {
			MemorySegment bytes = arena.allocate((long) count * Hash256.BYTES, Long.BYTES);
			long[] words = new long[Hash256.WORDS];
			for (int row = 0; row < count; row++) {
				source.next(words);
				MemorySegment.copy(words, 0, bytes, MappedFile.LONG, (long) row * Hash256.BYTES, Hash256.WORDS);
			}
			return new RowStore(new Rows(bytes, count), arena::close);
		} catch (IOException | RuntimeException e) {
			arena.close();
			throw e;
		}
	}

	private static RowStore inFile(int count, Source source, SegmentWriteState state) throws IOException {
		String name = null;
		try (IndexOutput output = state.directory.createTempOutput(state.segmentInfo.name, "rows", state.context)) {
			name = output.getName();
			long[] words = new long[Hash256.WORDS];
			for (int row = 0; row < count; row++) {
				source.next(words);
				for (long word : words) {
					output.writeLong(word);
				}
			}
		} catch (IOException | RuntimeException e) {
			if (name != null) {
				IOUtils.deleteFilesIgnoringExceptions(state.directory, name);
			}
			throw e;
		}
		String written = name;
		IndexInput input = null;
		try {
			IndexInput file = state.directory.openInput(written, IOContext.DEFAULT);
			input = file;
			Rows rows = new Rows(MappedFile.part(file, 0, (long) count * Hash256.BYTES), count);
			return new RowStore(rows, () -> {
				file.close();
				state.directory.deleteFile(written);
			});
		} catch (IOException | RuntimeException e) {
			IOUtils.closeWhileSuppressingExceptions(e, input);
			IOUtils.deleteFilesIgnoringExceptions(state.directory, written);
			throw e;
		}
	}

	public Rows rows() {
		return rows;
	}

	/** Gives the memory back, or deletes the file. */
	@Override
	public void close() throws IOException {
		memory.close();
	}
}

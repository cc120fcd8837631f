package org.hashaven.index.hamming;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.OutputStreamIndexOutput;

/**
 * A mapped folder whose files are written two megabytes at a time, where Lucene writes eight kilobytes.
 *
 * <p>
 * A lookup reads some two thousand scattered places, and half of its time can go into the processor asking where a page of 4 KiB lies.
 * Linux keeps in its cache what was written together as one piece, where the file system can (XFS, and ext4 since Linux 6.16), and maps a
 * piece of 2 MiB that begins at a multiple of 2 MiB as one page. Elsewhere it is a directory like any other.
 */
public final class HugePageDirectory extends MMapDirectory {

	private static final int HUGE_PAGE_BYTES = 1 << 21;
	private static final int FIRST_BUFFER_BYTES = 1 << 13;

	/**
	 * @param folder
	 *            made when it is not there
	 */
	public HugePageDirectory(Path folder) throws IOException {
		super(folder);
	}

	@Override
	public IndexOutput createOutput(String name, IOContext context) throws IOException {
		ensureOpen();
		if (getPendingDeletions().contains(name)) {
			return super.createOutput(name, context); // which knows what to do about a file that Windows would not delete yet
		}
		// Not a channel, which an interrupted thread would close.
		OutputStream file = Files.newOutputStream(getDirectory().resolve(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
		return new OutputStreamIndexOutput("HugePageDirectory(" + name + ")", name, new InHugePages(file), FIRST_BUFFER_BYTES);
	}

	/** Collects what is written until it fills a huge page; what small files need is no more than they have. */
	private static final class InHugePages extends OutputStream {

		private final OutputStream file;
		private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
		private int size;

		InHugePages(OutputStream file) {
			this.file = file;
		}

		@Override
		public void write(int b) throws IOException {
			write(new byte[]{(byte) b}, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			for (int done = 0; done < length;) {
				if (size == HUGE_PAGE_BYTES) {
					writeOut();
				} else if (size == buffer.length) {
					buffer = Arrays.copyOf(buffer, Math.min(4 * size, HUGE_PAGE_BYTES));
				}
				int part = Math.min(length - done, buffer.length - size);
				System.arraycopy(bytes, offset + done, buffer, size, part);
				size += part;
				done += part;
			}
		}

		private void writeOut() throws IOException {
			file.write(buffer, 0, size);
			size = 0;
		}

		@Override
		public void close() throws IOException {
			try (file) {
				writeOut();
			}
		}
	}
}

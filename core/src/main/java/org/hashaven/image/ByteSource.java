package org.hashaven.image;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The bytes of one file, on this side of a wall or the other, read from any place; for one thread at a time. */
public interface ByteSource extends Closeable {

	/** Bytes of the file, as the system gave them when it was opened. */
	long sizeBytes();

	/**
	 * Reads some bytes, at least one.
	 *
	 * @param position
	 *            of the first, from the start of the file, at least 0
	 * @param count
	 *            how many at most, at least 1
	 * @return how many were read; -1 at the end
	 * @throws IOException
	 *             when the file cannot be read
	 */
	int read(long position, byte[] to, int offset, int count) throws IOException;

	/**
	 * Opens a file.
	 *
	 * @throws IOException
	 *             when it cannot be opened
	 */
	static ByteSource ofFile(Path file) throws IOException {
		return new FileSource(file);
	}

	/**
	 * The content of a file that is in memory already.
	 *
	 * @param content
	 *            not copied: must not change meanwhile
	 */
	static ByteSource ofBytes(byte[] content) {
		return new MemorySource(content);
	}

	/** Reads bytes from a place, as many as there are, up to {@code count}. */
	default int readFully(long position, byte[] to, int count) throws IOException {
		int done = 0;
		while (done < count) {
			int read = read(position + done, to, done, count - done);
			if (read < 0) {
				break;
			}
			done += read;
		}
		return done;
	}
}

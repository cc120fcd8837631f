package org.hashaven.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file on disk. It is read with {@code java.io}: channels of {@code java.nio} would open probe sockets when first used, and close when a
 * thread is interrupted.
 */
final class FileSource implements ByteSource {

	private final RandomAccessFile file;
	private final long sizeBytes;

	FileSource(Path path) throws IOException {
		file = new RandomAccessFile(path.toFile(), "r");
		try {
			sizeBytes = file.length();
		} catch (IOException e) {
			file.close();
			throw e;
		}
	}

	@Override
	public long sizeBytes() {
		return sizeBytes;
	}

	@Override
	public int read(long position, byte[] to, int offset, int count) throws IOException {
		file.seek(position);
		return file.read(to, offset, count);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}

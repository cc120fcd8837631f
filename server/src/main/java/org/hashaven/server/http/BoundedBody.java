package org.hashaven.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that ends with 413 beyond a size and with 408 beyond a time, however slowly or quickly its client sends. */
final class BoundedBody extends FilterInputStream {

	private final long maxBytes;
	private final long deadline;
	private long readBytes;

	BoundedBody(InputStream in, long maxBytes, Duration timeout) {
		super(in);
		this.maxBytes = maxBytes;
		deadline = System.nanoTime() + timeout.toNanos();
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] to, int offset, int count) throws IOException {
		int read = in.read(to, offset, count);
		readBytes += Math.max(read, 0);
		if (readBytes > maxBytes) {
			throw new ApiException(413, "the body is too large");
		}
		if (System.nanoTime() - deadline > 0) {
			throw new ApiException(408, "the body took too long");
		}
		return read;
	}

	@Override
	public boolean markSupported() {
		return false;
	}
}

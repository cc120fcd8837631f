package org.hashaven.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends with 413 beyond a size, whatever size its client declared. */
final class BoundedBody extends FilterInputStream {

	private final long maxBytes;
	private long readBytes;

	BoundedBody(InputStream in, long maxBytes) {
		super(in);
		this.maxBytes = maxBytes;
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
			throw tooLarge();
		}
		return read;
	}

	/** Ends the connection as well: what the client goes on sending must not be taken for another request. */
	private static RequestException tooLarge() {
		Status status = Status.REQUEST_ENTITY_TOO_LARGE_413;
		return RequestException.builder().type(DirectHandler.EventType.OTHER).status(status).setKeepAlive(false)
				.message(status.reasonPhrase()).build();
	}

	@Override
	public boolean markSupported() {
		return false;
	}
}

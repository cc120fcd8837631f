package org.hashaven.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that ends with 413 beyond a size, whatever size its client declared, and with 400 where its chunks are not well-formed. Either
 * ends the connection: what the client goes on sending must not be taken for another request.
 */
final class BoundedBody extends FilterInputStream {

	private final long maxBytes;
	private long readBytes;
	private @Nullable Status refused;

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
		requireNotRefused();
		int read;
		try {
			read = in.read(to, offset, count);
		} catch (IllegalArgumentException e) { // Helidon parses the sizes of chunks without a check
			throw refused(Status.BAD_REQUEST_400);
		}
		readBytes += Math.max(read, 0);
		if (readBytes > maxBytes) {
			throw refused(Status.REQUEST_ENTITY_TOO_LARGE_413);
		}
		return read;
	}

	private RequestException refused(Status status) {
		refused = status;
		return RequestException.builder().type(DirectHandler.EventType.OTHER).status(status).setKeepAlive(false)
				.message(status.reasonPhrase()).build();
	}

	/** Refuses again, with an exception of its own: a parser may have caught the first, or may be closing a stream because of it. */
	void requireNotRefused() {
		if (refused != null) {
			throw refused(refused);
		}
	}

	@Override
	public boolean markSupported() {
		return false;
	}
}

package org.hashaven.server.http;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Lets uploads in, as many as can be decoded and a bounded number that wait, and no more bytes of them than memory is set aside for. What
 * does not get in is answered at once with 503 and Retry-After.
 */
public final class Admission {

	private static final int KB = 1 << 10;
	/** An upload is read in parts and then put together. */
	private static final int COPIES = 2;

	private final Semaphore places;
	private final Semaphore memoryKb;
	private final int maxKb;

	public Admission(Limits limits) {
		places = new Semaphore(limits.uploads() + limits.waitingUploads());
		maxKb = (int) Math.min(Integer.MAX_VALUE, limits.maxUploadBytesInMemory() / KB);
		memoryKb = new Semaphore(maxKb);
	}

	/**
	 * Answers a request whose body is an upload, if there is room for it. It is called before the body is read.
	 *
	 * @throws ApiException
	 *             503
	 */
	public Reply admit(Call call, Endpoint endpoint) throws IOException {
		if (!places.tryAcquire()) {
			throw busy();
		}
		try {
			int kb = (int) Math.min(maxKb, COPIES * (call.declaredBytes() / KB + 1));
			if (!memoryKb.tryAcquire(kb)) {
				throw busy();
			}
			try {
				return endpoint.handle(call);
			} finally {
				memoryKb.release(kb);
			}
		} finally {
			places.release();
		}
	}

	private static ApiException busy() {
		return new ApiException(503, "too many uploads at a time, try again");
	}
}

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
	private final int maxInWork;
	private final int maxAdmitted;

	public Admission(Limits limits) {
		maxInWork = limits.uploads();
		maxAdmitted = limits.uploads() + limits.waitingUploads();
		places = new Semaphore(maxAdmitted);
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
		return admit(call, call.maxBodyBytes(), endpoint);
	}

	/**
	 * Likewise, for a body of which less is taken than usual.
	 *
	 * @param maxBytes
	 *            set aside where the client does not say how long it is
	 */
	public Reply admit(Call call, long maxBytes, Endpoint endpoint) throws IOException {
		if (!places.tryAcquire()) {
			throw busy(Refusal.PLACES);
		}
		try {
			int kb = (int) Math.min(maxKb, COPIES * (call.declaredBytes(maxBytes) / KB + 1));
			if (!memoryKb.tryAcquire(kb)) {
				throw busy(Refusal.MEMORY);
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

	private static ApiException busy(Refusal refusal) {
		return ApiException.unavailable(refusal, "too many uploads at a time, try again");
	}

	/** Uploads that are being read or decoded. */
	public int inWork() {
		return Math.min(admitted(), maxInWork);
	}

	/** Uploads that wait for their turn. */
	public int waiting() {
		return Math.max(0, admitted() - maxInWork);
	}

	private int admitted() {
		return maxAdmitted - places.availablePermits();
	}

	/** Memory that is set aside for the uploads that were let in. */
	public long reservedBytes() {
		return (long) KB * (maxKb - memoryKb.availablePermits());
	}
}

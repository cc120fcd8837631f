package org.hashaven.server.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A number of requests a second, of which those of one second may come at once. Keeps a single number: when the next request would be due
 * if all came evenly. Thread-safe.
 */
final class RateLimit {

	private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final long nanosPerRequest;
	private final AtomicLong nextDue;

	/**
	 * @param now
	 *            nanoseconds of a clock that does not go back
	 */
	RateLimit(int requestsPerSecond, long now) {
		nanosPerRequest = BURST_NANOS / requestsPerSecond;
		nextDue = new AtomicLong(now);
	}

	/** Whether a request is let in; one that is not does not count. */
	boolean lets(long now) {
		while (true) {
			long due = nextDue.get();
			long from = Math.max(due - now, 0) + now; // differences: the clock may overflow
			if (from - now > BURST_NANOS - nanosPerRequest) {
				return false;
			}
			if (nextDue.compareAndSet(due, from + nanosPerRequest)) {
				return true;
			}
		}
	}
}

package org.hashaven.server.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts a thread that reads a body for too long. Helidon sets no timeout on its sockets; a virtual thread that is interrupted while it
 * reads closes its socket and goes on with an exception.
 */
final class BodyAlarm {

	private static final ScheduledExecutorService CLOCK = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("haven-body-alarm").factory());

	private final Object lock = new Object();
	private @Nullable Future<?> alarm;
	private boolean ended;

	/** Begins to count, for the calling thread. */
	void set(Duration timeout) {
		Thread reader = Thread.currentThread();
		alarm = CLOCK.schedule(() -> {
			synchronized (lock) {
				if (!ended) {
					reader.interrupt();
				}
			}
		}, timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	/** Stops: from here on the thread is not interrupted. */
	void end() {
		synchronized (lock) {
			ended = true;
		}
		if (alarm != null) {
			alarm.cancel(false);
		}
	}
}

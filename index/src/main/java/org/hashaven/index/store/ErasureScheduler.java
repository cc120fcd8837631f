package org.hashaven.index.store;

import java.io.Closeable;
import java.time.Duration;

/**
 * The clock by which withdrawn bits leave the disk: a thread that has the index erased in time.
 *
 * <p>
 * It begins after half of the erasure time, which leaves the other half for rewriting; when that fails it tries again at short intervals
 * until it is done. It begins anew for whatever is written while it works.
 *
 * <p>
 * What an index holds of withdrawn records when it is opened is due at once. So no time of a withdrawal need be kept in the files, and an
 * index that is never open for long erases all the same.
 */
public final class ErasureScheduler implements Closeable {

	private static final int RETRIES_IN_ERASURE_TIME = 16;

	private final long delayNanos;
	private final long retryNanos;
	private final Job job;
	private final Thread thread;

	private boolean pending;
	private long dueNanos;
	private boolean closing;

	/** What erases. */
	@FunctionalInterface
	public interface Job {

		/** Erases what was withdrawn before; false when it failed, which has been reported by then. */
		boolean run();
	}

	public ErasureScheduler(Duration erasureTime, Job job) {
		this.delayNanos = erasureTime.toNanos() / 2;
		this.retryNanos = erasureTime.toNanos() / RETRIES_IN_ERASURE_TIME;
		this.job = job;
		this.thread = Thread.ofPlatform().name("hashaven-erasure").daemon().unstarted(this::work);
	}

	/** Begins; {@code due} when the index holds withdrawn records already. */
	public void start(boolean due) {
		if (due) {
			expectWithin(0);
		}
		thread.start();
	}

	/** Notes that something may have been withdrawn or replaced by now. */
	public void expect() {
		expectWithin(delayNanos);
	}

	private synchronized void expectWithin(long nanos) {
		long due = System.nanoTime() + nanos;
		// Whichever is due first: a write after a failure must not put off the next try.
		if (!pending || due - dueNanos < 0) {
			pending = true;
			dueNanos = due;
			notifyAll();
		}
	}

	private void work() {
		while (awaitDue()) {
			if (!job.run()) {
				expectWithin(retryNanos);
			}
		}
	}

	/** True when it is time to erase; false when the index is being closed and nothing is due. */
	private synchronized boolean awaitDue() {
		long waitNanos = untilDueNanos();
		while (waitNanos > 0) {
			if (closing) {
				return false;
			}
			try {
				wait(waitNanos / 1_000_000 + 1);
			} catch (InterruptedException e) {
				return false; // only the end of the program interrupts this thread
			}
			waitNanos = untilDueNanos();
		}
		pending = false;
		return true;
	}

	private long untilDueNanos() {
		return pending ? dueNanos - System.nanoTime() : Long.MAX_VALUE;
	}

	/** Erases what is due, and ends. What is not due yet waits for the next opening. */
	@Override
	public void close() {
		synchronized (this) {
			closing = true;
			notifyAll();
		}
		try {
			thread.join();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt(); // the caller of close does not want to wait
		}
	}
}

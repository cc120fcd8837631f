package org.hashaven.index.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.fault.Futures;

/**
 * The thread that makes all changes of an index, and the queue in front of it. A caller hands in one change and waits; the thread makes all
 * changes that wait, commits them together, and lets their callers go.
 *
 * <pre>
 *   caller ─ change ┐
 *   caller ─ change ┼→ queue → thread: make, make, make, commit once → each caller has its result
 *   caller ─ change ┘            while the next queue up
 * </pre>
 *
 * A caller that is interrupted meanwhile waits on, and is still interrupted afterwards: an interruption that reached the disk would close
 * its files for everybody.
 */
public final class ChangeQueue implements Closeable {

	/** One change: what a caller wants done, in the group that happens to be next. */
	@FunctionalInterface
	public interface Change<T> {

		/**
		 * Makes the change.
		 *
		 * @throws IndexException
		 *             when the change is refused and nothing of it was made; the rest of the group goes on
		 * @throws IOException
		 *             when writing failed, after which nothing more is written
		 */
		T make(ChangeGroup group) throws IOException;
	}

	/** What makes a group of changes durable and visible. */
	@FunctionalInterface
	public interface Committer {

		/** Makes all these changes and commits them; what it throws, every caller of the group gets. */
		void commit(List<? extends Pending<?>> changes) throws IOException;
	}

	/** A change on its way. */
	public static final class Pending<T> {

		private final Change<T> change;
		private final CompletableFuture<T> outcome = new CompletableFuture<>();
		private Runnable telling = () -> {
		};

		private Pending(Change<T> change) {
			this.change = change;
		}

		/** Makes the change; its caller is notified only after the commit. */
		void make(ChangeGroup group) throws IOException {
			try {
				T result = change.make(group);
				telling = () -> outcome.complete(result);
			} catch (IndexException refusal) {
				telling = () -> outcome.completeExceptionally(refusal);
			}
		}
	}

	// Callers released by the last commit often return at once: the thread waits for them, at most a quarter of a commit's time.
	private static final int PART_WAITED = 4;

	private final Committer committer;
	private final Thread thread;
	private final Lock lock = new ReentrantLock();
	private final Condition arrived = lock.newCondition();
	private List<Pending<?>> waiting = new ArrayList<>();
	// How many callers the last group had, and, while the next is gathered, those who came meanwhile.
	private int expected;
	private boolean closed;

	public ChangeQueue(Committer committer) {
		this.committer = committer;
		this.thread = Thread.ofPlatform().name("hashaven-writer").daemon().unstarted(this::run);
	}

	/** Begins to work. */
	public void start() {
		thread.start();
	}

	/** Has a change made, and returns when it is durable and visible. */
	public <T> T make(Change<T> change) throws IOException {
		Pending<T> pending = new Pending<>(change);
		lock.lock();
		try {
			if (closed) {
				throw new IndexException(Reason.STOPPED);
			}
			waiting.add(pending);
			if (waiting.size() == 1 || waiting.size() >= expected) {
				arrived.signal();
			}
		} finally {
			lock.unlock();
		}
		return Futures.join(pending.outcome);
	}

	private void run() {
		long patienceNanos = 0;
		for (List<Pending<?>> group = next(patienceNanos); !group.isEmpty(); group = next(patienceNanos)) {
			long start = System.nanoTime();
			try {
				committer.commit(group);
				group.forEach(pending -> pending.telling.run());
			} catch (Throwable e) { // whatever it is, those who wait must hear of it
				group.forEach(pending -> pending.outcome.completeExceptionally(e));
			}
			patienceNanos = (System.nanoTime() - start) / PART_WAITED;
		}
	}

	/** All that wait, at least one; none when the queue is closed and empty. */
	private List<Pending<?>> next(long patienceNanos) {
		lock.lock();
		try {
			expected += waiting.size();
			while (waiting.isEmpty() && !closed) {
				arrived.awaitUninterruptibly();
			}
			long leftNanos = patienceNanos;
			while (waiting.size() < expected && !closed && leftNanos > 0) {
				leftNanos = arrived.awaitNanos(leftNanos);
			}
			List<Pending<?>> group = waiting;
			waiting = new ArrayList<>();
			expected = group.size();
			return group;
		} catch (InterruptedException e) {
			throw new IllegalStateException("this thread is not interrupted", e);
		} finally {
			lock.unlock();
		}
	}

	/** Finishes what waits; takes no more. */
	@Override
	public void close() {
		lock.lock();
		try {
			closed = true;
			arrived.signal();
		} finally {
			lock.unlock();
		}
		boolean interrupted = false;
		while (thread.isAlive()) {
			try {
				thread.join();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}

package org.hashaven.server.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.hashaven.server.store.Catalog.Job;
import org.hashaven.server.store.CatalogException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The thread that writes the catalog. Jobs that wait together share one transaction and so one trip to the disk; each has a savepoint of
 * its own. Every {@value #CHECKPOINT_SECONDS} seconds in which something was written the write-ahead log is emptied, so that what was
 * deleted leaves the disk.
 */
final class CatalogWriter {

	private static final int MAX_WAITING = 4_096;
	private static final int MAX_BATCH = 512;
	private static final int CHECKPOINT_SECONDS = 60;

	/** A job and its answer. */
	private static final class Task<T> {

		private final Job<T> job;
		private final CompletableFuture<T> answer = new CompletableFuture<>();
		private @Nullable T value;
		private @Nullable Throwable failure;

		Task(Job<T> job) {
			this.job = job;
		}

		void run(Connection connection) throws SQLException {
			Sql.execute(connection, "SAVEPOINT job");
			try {
				value = job.run(connection);
			} catch (SQLException e) {
				failure = new CatalogException(Reason.DISK, e);
				Sql.execute(connection, "ROLLBACK TO job");
			} catch (IOException | RuntimeException | Error e) {
				failure = e;
				Sql.execute(connection, "ROLLBACK TO job");
			}
			Sql.execute(connection, "RELEASE job");
		}

		@SuppressWarnings("NullAway") // a job may return null where its caller expects it
		void finish() {
			if (failure == null) {
				answer.complete(value);
			} else {
				answer.completeExceptionally(failure);
			}
		}
	}

	private final Connection connection;
	private final LongConsumer commits;
	private final BlockingQueue<Task<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
	private final Thread thread;
	private volatile boolean stopping;

	CatalogWriter(Connection connection, LongConsumer commits) {
		this.connection = connection;
		this.commits = commits;
		thread = Thread.ofPlatform().name("haven-catalog").start(this::work);
	}

	<T> T run(Job<T> job) throws IOException {
		Task<T> task = new Task<>(job);
		try {
			if (stopping) {
				throw new CatalogException(Reason.CLOSED);
			}
			waiting.put(task);
			return task.answer.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CatalogException(Reason.CLOSED, e);
		} catch (ExecutionException e) {
			switch (e.getCause()) {
				case IOException failure -> throw failure;
				case RuntimeException failure -> throw failure;
				case Error failure -> throw failure;
				case null, default -> throw new IllegalStateException(e);
			}
		}
	}

	private void work() {
		List<Task<?>> batch = new ArrayList<>();
		boolean written = false;
		long emptied = System.nanoTime();
		while (!stopping || !waiting.isEmpty()) {
			Task<?> first = poll();
			if (first != null) {
				batch.add(first);
				waiting.drainTo(batch, MAX_BATCH - 1);
				commit(batch);
				batch.clear();
				written = true;
			}
			if (written && System.nanoTime() - emptied > TimeUnit.SECONDS.toNanos(CHECKPOINT_SECONDS)) {
				written = false;
				emptied = System.nanoTime();
				checkpoint();
			}
		}
	}

	private @Nullable Task<?> poll() {
		try {
			return waiting.poll(CHECKPOINT_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			return waiting.poll(); // stop() wakes it
		}
	}

	private void commit(List<Task<?>> batch) {
		long start = System.nanoTime();
		try {
			Sql.execute(connection, "BEGIN IMMEDIATE");
			for (Task<?> task : batch) {
				task.run(connection);
			}
			Sql.execute(connection, "COMMIT");
			commits.accept(System.nanoTime() - start);
			batch.forEach(Task::finish);
		} catch (SQLException e) {
			rollBack();
			CatalogException failure = new CatalogException(Reason.DISK, e);
			batch.forEach(task -> task.answer.completeExceptionally(failure));
		}
	}

	private void rollBack() {
		try {
			Sql.execute(connection, "ROLLBACK");
		} catch (SQLException e) {
			// SQLite has rolled back already
		}
	}

	private void checkpoint() {
		try {
			Sql.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
		} catch (SQLException e) {
			// a reader is in the way: the next one empties it
		}
	}

	/** Does what is waiting and ends the thread. */
	void stop() {
		stopping = true;
		boolean interrupted = false;
		while (thread.isAlive()) {
			thread.interrupt();
			try {
				thread.join(100);
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		waiting.forEach(task -> task.answer.completeExceptionally(new CatalogException(Reason.CLOSED)));
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	void closeConnection() throws SQLException {
		checkpoint();
		connection.close();
	}
}

package org.hashaven.index.fault;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Long work on files, out of reach of interrupts. Java closes the file that an interrupted thread is at, which would pass for a broken disk
 * or a damaged index. So the work is done by a thread of its own; the caller waits for its end and stays interrupted.
 */
public final class Uninterrupted {

	private Uninterrupted() {
	}

	/** Runs a job to its end, whatever interrupts the caller. */
	public static <T> T call(IndexErrors.Job<T> job) throws IOException {
		FutureTask<T> task = new FutureTask<>(job::run);
		Thread worker = Thread.ofPlatform().name("hashaven-index").daemon().start(task);
		boolean interrupted = false;
		try {
			while (true) {
				try {
					worker.join(); // so that it is gone when the caller goes on
					return task.get();
				} catch (InterruptedException e) {
					interrupted = true;
				}
			}
		} catch (ExecutionException e) {
			switch (e.getCause()) {
				case IOException failure -> throw failure;
				case RuntimeException failure -> throw failure;
				case Error failure -> throw failure;
				case null, default -> throw new IllegalStateException(e);
			}
		} finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}
}

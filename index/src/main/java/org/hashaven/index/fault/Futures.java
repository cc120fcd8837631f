package org.hashaven.index.fault;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What became of work on another thread, as if it had been done on this one. */
public final class Futures {

	private Futures() {
	}

	/** A step that may fail. */
	@FunctionalInterface
	public interface Step {
		void run() throws IOException;
	}

	/** Runs a step where only unchecked exceptions may leave; {@link #join} gives back what left it. */
	public static void run(Step step) {
		try {
			step.run();
		} catch (IOException e) {
			throw new CompletionException(e);
		}
	}

	/** Waits for the work, through interruptions, and gives its result or throws what it threw. */
	public static <T> T join(CompletableFuture<T> work) throws IOException {
		try {
			return work.join();
		} catch (CompletionException e) {
			switch (e.getCause()) {
				case IOException cause -> throw cause;
				case RuntimeException cause -> throw cause;
				case Error cause -> throw cause;
				case null, default -> throw e;
			}
		}
	}

	/** Waits for the end of the work, good or bad. */
	public static void awaitEnd(CompletableFuture<?> work) {
		work.handle((result, failure) -> true).join();
	}
}

package org.hashaven.index;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * How an index is kept while it is open.
 *
 * @param erasureTime
 *            longest time from the moment a record is withdrawn or replaced until no file in the folder holds its bits; more than nothing,
 *            at most 30 days. Erasing rewrites every segment that holds such a record and begins after half of this time: the shorter it
 *            is, the more is rewritten.
 * @param executor
 *            runs parts of lookups of many hashes and of videos, beside the calling thread; the caller's to shut down
 */
public record IndexOptions(Duration erasureTime, Executor executor) {

	/** Threads of the library's own, one a processor, started when they are first needed. */
	private static final class OwnThreads {
		private static final Executor EXECUTOR = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
				Thread.ofPlatform().daemon().name("haven-index-", 0).factory());
	}

	/** Longest time that withdrawn bits may stay. */
	public static final Duration MAX_ERASURE_TIME = Duration.ofDays(30);

	/** Withdrawn bits are gone within an hour; parts of lookups run on threads of the library's own, one a processor. */
	public static final IndexOptions DEFAULT = new IndexOptions(Duration.ofHours(1), task -> OwnThreads.EXECUTOR.execute(task));

	/**
	 * Holds the options to their limits.
	 *
	 * @throws IllegalArgumentException
	 *             when one is out of them
	 */
	public IndexOptions {
		Objects.requireNonNull(erasureTime, "erasureTime");
		Objects.requireNonNull(executor, "executor");
		if (!erasureTime.isPositive() || erasureTime.compareTo(MAX_ERASURE_TIME) > 0) {
			throw new IllegalArgumentException("erasureTime is more than nothing and at most 30 days, not " + erasureTime);
		}
	}

	/** The same with another erasure time. */
	public IndexOptions withErasureTime(Duration newErasureTime) {
		return new IndexOptions(newErasureTime, executor);
	}

	/** The same with another executor; {@code Runnable::run} keeps everything on the calling thread. */
	public IndexOptions withExecutor(Executor newExecutor) {
		return new IndexOptions(erasureTime, newExecutor);
	}
}

package org.hashaven.index;

import java.time.Duration;
import java.util.Objects;

/**
 * How an index is kept while it is open for writing.
 *
 * @param erasureTime
 *            longest time from the moment a record is withdrawn or replaced until no file in the folder holds its bits; more than nothing,
 *            at most 30 days. Erasing rewrites every segment that holds such a record and begins after half of this time: the shorter it
 *            is, the more is rewritten.
 */
public record IndexOptions(Duration erasureTime) {

	/** Longest time that withdrawn bits may stay. */
	public static final Duration MAX_ERASURE_TIME = Duration.ofDays(30);

	/** Withdrawn bits are gone within an hour. */
	public static final IndexOptions DEFAULT = new IndexOptions(Duration.ofHours(1));

	/**
	 * Holds the options to their limits.
	 *
	 * @throws IllegalArgumentException
	 *             when one is out of them
	 */
	public IndexOptions {
		Objects.requireNonNull(erasureTime, "erasureTime");
		if (!erasureTime.isPositive() || erasureTime.compareTo(MAX_ERASURE_TIME) > 0) {
			throw new IllegalArgumentException("erasureTime is more than nothing and at most 30 days, not " + erasureTime);
		}
	}

	/** The same with another erasure time. */
	public IndexOptions withErasureTime(Duration newErasureTime) {
		return new IndexOptions(newErasureTime);
	}
}

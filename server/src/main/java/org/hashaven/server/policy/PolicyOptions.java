package org.hashaven.server.policy;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service does beyond looking things up.
 *
 * @param failClosed
 *            whether an upload that could not be judged is to be kept off the platform
 * @param quarantine
 *            when a record stops blocking
 * @param remember
 *            how long the hashes of uploads are kept, whole days, so that they can be held against what is listed later; null for not
 */
public record PolicyOptions(boolean failClosed, Thresholds quarantine, @Nullable Duration remember) {

	/** Fail open; the usual thresholds; nothing is remembered. */
	public static final PolicyOptions DEFAULT = new PolicyOptions(false, Thresholds.DEFAULT, null);

	/** Longest that uploads are remembered. */
	public static final int MAX_REMEMBER_DAYS = 365;

	/**
	 * @throws IllegalArgumentException
	 *             when {@code remember} is not 1..{@value #MAX_REMEMBER_DAYS} days
	 */
	public PolicyOptions {
		Objects.requireNonNull(quarantine, "quarantine");
		if (remember != null && (remember.toDays() < 1 || remember.toDays() > MAX_REMEMBER_DAYS)) {
			throw new IllegalArgumentException("remember is 1.." + MAX_REMEMBER_DAYS + " days");
		}
	}

	/** These options with uploads remembered so long. */
	public PolicyOptions withRemember(@Nullable Duration newRemember) {
		return new PolicyOptions(failClosed, quarantine, newRemember);
	}

	/** These options with another answer for what could not be judged. */
	public PolicyOptions withFailClosed(boolean newFailClosed) {
		return new PolicyOptions(newFailClosed, quarantine, remember);
	}
}

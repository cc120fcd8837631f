package org.hashaven.server.policy;

import java.util.Objects;

/**
 * What the service does beyond looking things up.
 *
 * @param failClosed
 *            whether an upload that could not be judged is to be kept off the platform
 * @param quarantine
 *            when a record stops blocking
 */
public record PolicyOptions(boolean failClosed, Thresholds quarantine) {

	/** Fail open; the usual thresholds. */
	public static final PolicyOptions DEFAULT = new PolicyOptions(false, Thresholds.DEFAULT);

	/** None may be null. */
	public PolicyOptions {
		Objects.requireNonNull(quarantine, "quarantine");
	}

	/** These options with another answer for what could not be judged. */
	public PolicyOptions withFailClosed(boolean newFailClosed) {
		return new PolicyOptions(newFailClosed, quarantine);
	}
}

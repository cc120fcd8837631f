package org.hashaven.server.store;

import org.jspecify.annotations.Nullable;

/**
 * A banked content: what HMA numbers.
 *
 * @param id
 *            its number, in every match
 * @param bankId
 *            number of its bank
 * @param disableUntilTs
 *            0 disabled, 1 enabled, otherwise the time in seconds since 1970 from which it is enabled
 * @param note
 *            of those who added it
 * @param metadata
 *            a JSON object, as it was given
 */
public record Content(long id, long bankId, long disableUntilTs, @Nullable String note, @Nullable String metadata) {

	/** Value of {@code disable_until_ts} of a content that matches. */
	public static final long ENABLED = 1;

	/** Whether it matches at a time. */
	public boolean isEnabled(long nowSeconds) {
		return disableUntilTs != 0 && disableUntilTs <= nowSeconds;
	}

	/** Its number only: notes and metadata may name people. */
	@Override
	public String toString() {
		return "Content[" + id + "]";
	}
}

package org.hashaven.server.curation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a record that was to be listed.
 *
 * @param id
 *            its id in the index; null when it was refused without one
 * @param contentId
 *            number of its content; null when it was refused
 * @param status
 *            what came of it
 */
public record AddedRecord(@Nullable String id, @Nullable Long contentId, Status status) {

	/** What came of it. */
	public enum Status {
		/** It is listed. */
		ADDED,
		/** The same record was there before. */
		UNCHANGED,
		/** Its id stands for another record. */
		CONFLICT,
		/** All its hashes are below the bank's quality floor. */
		LOW_QUALITY;

		/** The word for it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}

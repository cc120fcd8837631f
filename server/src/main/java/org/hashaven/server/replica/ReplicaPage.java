package org.hashaven.server.replica;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed since a checkpoint, as a primary hands it to its replicas. Contents are as they are now, not as they were at the change.
 *
 * @param banks
 *            all banks, read after the contents
 * @param deletedBanks
 *            numbers of banks that were deleted since; one of them may be in use again
 * @param contents
 *            those that were added or changed and are there
 * @param gone
 *            those that were withdrawn
 * @param next
 *            the checkpoint to ask from
 * @param nextAt
 *            the time of its change, in seconds since 1970, by which a primary knows its own checkpoints
 * @param more
 *            whether there is more at once
 */
public record ReplicaPage(List<BankState> banks, List<Long> deletedBanks, List<ContentState> contents, List<Gone> gone, long next,
		long nextAt, boolean more) {

	/** Every list is there. */
	public ReplicaPage {
		banks = List.copyOf(banks);
		deletedBanks = List.copyOf(deletedBanks);
		contents = List.copyOf(contents);
		gone = List.copyOf(gone);
	}

	/**
	 * A bank with its rules.
	 *
	 * @param id
	 *            its number
	 * @param name
	 *            its name
	 * @param indexName
	 *            its name in the index
	 * @param enabledRatio
	 *            share of lookups that it takes part in
	 * @param testMode
	 *            whether its matches block nothing
	 * @param radius
	 *            in bits
	 * @param qualityFloor
	 *            lowest quality that matches
	 * @param purpose
	 *            {@code block}, {@code ignore} or {@code common}
	 */
	public record BankState(long id, String name, String indexName, double enabledRatio, boolean testMode, int radius, int qualityFloor,
			String purpose) {

		/** Every text is there. */
		public BankState {
			Objects.requireNonNull(name, "name");
			Objects.requireNonNull(indexName, "indexName");
			Objects.requireNonNull(purpose, "purpose");
		}
	}

	/**
	 * A content with its records.
	 *
	 * @param id
	 *            its number
	 * @param bankId
	 *            of its bank
	 * @param disableUntilTs
	 *            see {@link org.hashaven.server.store.Content}
	 * @param note
	 *            of those who added it
	 * @param metadata
	 *            a JSON object, as it was given
	 * @param md5
	 *            of the file, in hex
	 * @param records
	 *            in JSON Lines, each with its id
	 */
	public record ContentState(long id, long bankId, long disableUntilTs, @Nullable String note, @Nullable String metadata,
			@Nullable String md5, String records) {

		/** The records may be empty. */
		public ContentState {
			Objects.requireNonNull(records, "records");
		}

		/** Its number only. */
		@Override
		public String toString() {
			return "ContentState[" + id + "]";
		}
	}

	/**
	 * A content that was withdrawn.
	 *
	 * @param id
	 *            its number
	 * @param bankId
	 *            of its bank
	 */
	public record Gone(long id, long bankId) {
	}
}

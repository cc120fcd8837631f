package org.hashaven.server.match;

import java.util.Optional;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Content;
import org.jspecify.annotations.Nullable;

/**
 * A content that matches.
 *
 * @param bank
 *            its bank
 * @param content
 *            what was banked
 * @param distance
 *            in HMA's form
 * @param recordId
 *            the record that was found; null when it was the MD5 of its file
 * @param finding
 *            how it was found
 */
public record BankMatch(Bank bank, Content content, String distance, @Nullable String recordId, Finding finding) {

	/** The record that the match counts for in the quarantine; none for a near copy, nor for the MD5 of a file. */
	public Optional<String> countedRecord() {
		return finding.isCopy() ? Optional.empty() : Optional.ofNullable(recordId);
	}
}

package org.hashaven.server.match;

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
}

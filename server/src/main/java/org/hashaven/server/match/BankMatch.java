package org.hashaven.server.match;

import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Content;

/**
 * A content that matches.
 *
 * @param bank
 *            its bank
 * @param content
 *            what was banked
 * @param distance
 *            in HMA's form
 */
public record BankMatch(Bank bank, Content content, String distance) {
}

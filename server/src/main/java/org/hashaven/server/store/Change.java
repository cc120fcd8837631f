package org.hashaven.server.store;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the change log.
 *
 * @param seq
 *            its number, rising, with gaps
 * @param at
 *            when, in seconds since 1970
 * @param kind
 *            the word for what changed: {@code added}, {@code updated}, {@code withdrawn}, {@code bank_added}, …
 * @param bankId
 *            number of the bank
 * @param contentId
 *            the content; null when the bank itself changed
 * @param recordId
 *            its first record; of a withdrawn one the id that it had
 */
public record Change(long seq, long at, String kind, long bankId, @Nullable Long contentId, @Nullable String recordId) {
}

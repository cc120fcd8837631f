package org.hashaven.server.match;

/**
 * A record of the index that matches.
 *
 * @param bank
 *            name of its bank in the index
 * @param recordId
 *            its id in the index
 * @param distance
 *            in HMA's form: bits, or the shares of two videos that match
 * @param finding
 *            how it was found
 * @param harmless
 *            whether its bank is there to say that a match is harmless
 */
public record Hit(String bank, String recordId, String distance, Finding finding, boolean harmless) {
}

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
 * @param harmless
 *            whether its bank is there to say that a match is harmless
 */
record Hit(String bank, String recordId, String distance, boolean harmless) {
}

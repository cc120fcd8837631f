package org.hashaven.server.policy;

/**
 * A record, by its bank's number and its id.
 *
 * @param bankId
 *            number of its bank
 * @param recordId
 *            its id in the index
 */
record RecordKey(long bankId, String recordId) {
}

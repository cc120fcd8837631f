package org.hashaven.index;

/**
 * One record within the radius of a lookup.
 *
 * @param id
 *            the record's id
 * @param bank
 *            the name of its bank
 * @param purpose
 *            what a match in this bank means
 * @param distanceBits
 *            number of bits in which its hash differs from the one asked for
 */
public record Match(String id, String bank, Purpose purpose, int distanceBits) {
}

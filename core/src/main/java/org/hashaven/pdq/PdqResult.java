package org.hashaven.pdq;

import org.hashaven.hash.Hash256;

/**
 * What hashing one picture gives.
 *
 * @param hash
 *            the PDQ hash
 * @param quality
 *            how much structure the picture has, 0..100; below 50 a match says little
 */
public record PdqResult(Hash256 hash, int quality) {
}

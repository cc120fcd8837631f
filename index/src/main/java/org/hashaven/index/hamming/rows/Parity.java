package org.hashaven.index.hamming.rows;

import java.util.Arrays;
import java.util.Optional;
import org.hashaven.hash.Hash256;

/**
 * Whether the hashes of a segment have an even number of bits set, as PDQ's median rule makes them. Then all distances from a query are
 * even, or all odd, and a radius of the other parity reaches no farther than the one below it.
 */
public enum Parity {
	/** All have an even number of bits set. */
	EVEN,
	/** All have an odd number of bits set. */
	ODD,
	/** Some and some. */
	MIXED;

	/** The number that stands for it on disk. */
	public byte toByte() {
		return switch (this) {
			case EVEN -> 0;
			case ODD -> 1;
			case MIXED -> 2;
		};
	}

	/** What a number on disk stands for; empty when it stands for nothing. */
	public static Optional<Parity> ofByte(byte number) {
		return Arrays.stream(values()).filter(parity -> parity.toByte() == number).findFirst();
	}

	/** The parity of one hash of four words. */
	public static Parity of(long[] words) {
		return of(words[0] ^ words[1] ^ words[2] ^ words[3]);
	}

	private static Parity of(long allWords) {
		return (Long.bitCount(allWords) & 1) == 0 ? EVEN : ODD;
	}

	/** The parity of these hashes and others. */
	public Parity and(Parity other) {
		return this == other ? this : MIXED;
	}

	/** The largest distance within the radius that can occur, -1 when there is none. */
	public int reach(Hash256 query, int radius) {
		if (this == MIXED) {
			return radius;
		}
		int distanceParity = of(query.word(0) ^ query.word(1) ^ query.word(2) ^ query.word(3)) == this ? 0 : 1;
		return (radius & 1) == distanceParity ? radius : radius - 1;
	}
}

package org.hashaven.index.hamming.table;

import java.util.Arrays;
import org.hashaven.hash.Hash256;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a segment keeps the bits of its hashes. Distances are the same in any order; slots are not: bits that always agree, or
 * that follow from each other, make crowded buckets when they are in one slot.
 */
public final class BitPermutation {

	/** Bits stay where they are. */
	public static final BitPermutation AS_IS = new BitPermutation(null);

	// For each bit of the arranged hash, which bit of the hash it is; bit i is bit i % 64, from the lowest, of word i / 64.
	private final byte @Nullable [] sources;

	private BitPermutation(byte @Nullable [] sources) {
		this.sources = sources;
	}

	/**
	 * Another order.
	 *
	 * @param sources
	 *            for each of 256 bits where it comes from, 0..255 as unsigned bytes
	 * @throws IllegalArgumentException
	 *             when a bit is missing
	 */
	public static BitPermutation of(byte[] sources) {
		boolean[] seen = new boolean[Hash256.BITS];
		for (byte source : sources) {
			seen[source & 0xFF] = true;
		}
		for (boolean bit : seen) {
			if (!bit) {
				throw new IllegalArgumentException("an arrangement has every bit once");
			}
		}
		return new BitPermutation(sources.clone());
	}

	/** The sources of the bits; null when they stay where they are. */
	public byte @Nullable [] sources() {
		return sources == null ? null : sources.clone();
	}

	/** Brings the four words of a hash into this order. */
	public void arrange(long[] words) {
		if (sources != null) {
			long[] hash = words.clone();
			Arrays.fill(words, 0);
			for (int bit = 0; bit < Hash256.BITS; bit++) {
				words[bit >>> 6] |= ((hash[(sources[bit] & 0xFF) >>> 6] >>> sources[bit]) & 1) << bit;
			}
		}
	}

	/** Brings four words in this order back into that of the hash. */
	public void restore(long[] words) {
		if (sources != null) {
			long[] arranged = words.clone();
			Arrays.fill(words, 0);
			for (int bit = 0; bit < Hash256.BITS; bit++) {
				words[(sources[bit] & 0xFF) >>> 6] |= ((arranged[bit >>> 6] >>> bit) & 1) << sources[bit];
			}
		}
	}
}

package org.hashaven.index.hamming;

import org.hashaven.hash.Hash256;
import org.hashaven.testdata.hashes.HashPopulation;

/** Hashes of the generator as the index takes them. */
public final class Hashes {

	private Hashes() {
	}

	/** The hash of these four words. */
	public static Hash256 of(long[] words) {
		return Hash256.ofWords(words[0], words[1], words[2], words[3]);
	}

	/** The hash of one row. */
	public static Hash256 of(HashPopulation population, int row) {
		return of(population.hash(row));
	}
}

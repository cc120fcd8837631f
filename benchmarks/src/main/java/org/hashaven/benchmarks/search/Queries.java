package org.hashaven.benchmarks.search;

import java.util.SplittableRandom;
import org.hashaven.hash.Hash256;
import org.hashaven.testdata.hashes.HashPopulation;

/** Lookups with known answers: one half planted at distances 0..31 from a row, the other half at random. */
public final class Queries {

	/** What a query that was planted nowhere has in place of a row. */
	static final int NOWHERE = -1;

	private static final int PLANTED_DISTANCES = 32;

	private final Hash256[] hashes;
	private final int[] rows;
	private final int[] distances;

	Queries(HashPopulation population, int count, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		hashes = new Hash256[count];
		rows = new int[count];
		distances = new int[count];
		for (int i = 0; i < count; i++) {
			rows[i] = i % 2 == 0 ? random.nextInt(population.size()) : NOWHERE;
			distances[i] = random.nextInt(PLANTED_DISTANCES);
			hashes[i] = of(rows[i] == NOWHERE
					? HashPopulation.uniform(random)
					: HashPopulation.near(population.hash(rows[i]), distances[i], random));
		}
	}

	/** The hash of these four words. */
	public static Hash256 of(long[] words) {
		return Hash256.ofWords(words[0], words[1], words[2], words[3]);
	}

	int count() {
		return hashes.length;
	}

	Hash256 hash(int query) {
		return hashes[query];
	}

	/** The row it was planted near, or {@link #NOWHERE}. */
	int row(int query) {
		return rows[query];
	}

	/** How far from that row. */
	int distanceBits(int query) {
		return distances[query];
	}
}

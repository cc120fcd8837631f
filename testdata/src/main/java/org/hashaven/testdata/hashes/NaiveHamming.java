package org.hashaven.testdata.hashes;

import java.util.stream.IntStream;

/** The slow oracle of exact search: looks at every bit of every hash and shares no code with what it judges. */
public final class NaiveHamming {

	private NaiveHamming() {
	}

	/** Number of bits in which two hashes differ, counted one by one. */
	public static int distance(long[] a, long[] b) {
		int distanceBits = 0;
		for (int word = 0; word < HashPopulation.WORDS; word++) {
			for (long rest = a[word] ^ b[word]; rest != 0; rest >>>= 1) {
				if ((rest & 1) != 0) {
					distanceBits++;
				}
			}
		}
		return distanceBits;
	}

	/** The rows at most {@code radius} bits from the query, in ascending order. */
	public static int[] within(HashPopulation population, long[] query, int radius) {
		return IntStream.range(0, population.size()).filter(row -> distance(population.hash(row), query) <= radius).toArray();
	}
}

package org.hashaven.benchmarks.service;

import java.util.SplittableRandom;
import org.hashaven.hash.Hash256;

/** Random hashes by number, the same in every run, and hashes at a distance from them. */
final class Planted {

	private static final long SEED = 41;

	private Planted() {
	}

	/** The hash of a number. */
	static Hash256 hash(long number) {
		SplittableRandom random = new SplittableRandom(SEED + number * 0x9e3779b97f4a7c15L);
		return Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
	}

	/** A hash that differs from that of a number in this many bits. */
	static Hash256 near(long number, int bits, SplittableRandom random) {
		Hash256 hash = hash(number);
		long[] words = {hash.word(0), hash.word(1), hash.word(2), hash.word(3)};
		for (int left = bits; left > 0;) {
			int bit = random.nextInt(Hash256.BITS);
			long mask = 1L << (bit % Long.SIZE);
			if (((words[bit / Long.SIZE] ^ hash.word(bit / Long.SIZE)) & mask) == 0) {
				words[bit / Long.SIZE] ^= mask;
				left--;
			}
		}
		return Hash256.ofWords(words[0], words[1], words[2], words[3]);
	}
}

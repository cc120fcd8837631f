package org.hashaven.testdata.hashes;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Hashes as four columns of 64-bit words, the most significant word first: row {@code i} is the hash of the four words at {@code i}.
 *
 * <p>
 * Every population is made from a seed and is the same again for the same seed. {@link Kind} lists the shapes real and hostile data take.
 */
public final class HashPopulation {

	/** Words a hash. */
	public static final int WORDS = 4;

	/** Bits a hash. */
	public static final int BITS = WORDS * Long.SIZE;

	/** The shapes a population can have. */
	public enum Kind {
		/** Every bit a fair coin. */
		UNIFORM,
		/** One row in a hundred a centre, the others within 60 bits of one: how pictures of a few subjects lie. */
		CLUSTERED,
		/** Long runs of neighbours within 4 bits of each other: a flood of re-uploads of one picture. */
		BURSTS,
		/** Exactly 128 bits set, as the median rule of PDQ makes them: all distances even. */
		PDQ_LIKE,
		/** Few different hashes, each many times. */
		DUPLICATES,
		/** All zeros, all ones, and hashes a few bits away from them. */
		EXTREMES,
		/** Three quarters of the bits the same everywhere: what a plan that trusts in even bits falls over. */
		CONSTANT_BITS,
		/** Four neighbouring bits nearly always the same: what a plan that trusts in independent bits falls over. */
		CORRELATED_BITS
	}

	private final long[][] columns;

	private HashPopulation(int size) {
		columns = new long[WORDS][size];
	}

	/** A population of one kind, the same for the same seed. */
	public static HashPopulation of(Kind kind, int size, long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		HashPopulation population = new HashPopulation(size);
		for (int row = 0; row < size; row++) {
			population.set(row, population.next(kind, row, random));
		}
		return population;
	}

	private long[] next(Kind kind, int row, RandomGenerator random) {
		return switch (kind) {
			case UNIFORM -> uniform(random);
			case CLUSTERED -> row % 100 == 0 ? uniform(random) : near(hash(row / 100 * 100), random.nextInt(61), random);
			case BURSTS -> row % 500 == 0 ? uniform(random) : near(hash(row - 1), random.nextInt(5), random);
			case PDQ_LIKE -> near(filled(0), BITS / 2, random);
			case DUPLICATES -> row < 10 ? uniform(random) : hash(random.nextInt(10));
			case EXTREMES -> near(filled(random.nextBoolean() ? -1L : 0), random.nextInt(3) * random.nextInt(40), random);
			case CORRELATED_BITS -> near(fourfold(uniform(random)), random.nextInt(8), random);
			case CONSTANT_BITS -> new long[]{0, 0x5555_5555_5555_5555L, -1L, random.nextLong()};
		};
	}

	/** Number of hashes. */
	public int size() {
		return columns[0].length;
	}

	/** The words of one column, not a copy: read only. */
	public long[] column(int index) {
		return columns[index];
	}

	/** The four words of one hash, the most significant first; a new array each time. */
	public long[] hash(int row) {
		return new long[]{columns[0][row], columns[1][row], columns[2][row], columns[3][row]};
	}

	private void set(int row, long[] hash) {
		for (int i = 0; i < WORDS; i++) {
			columns[i][row] = hash[i];
		}
	}

	/** A hash whose every bit is a fair coin. */
	public static long[] uniform(RandomGenerator random) {
		return new long[]{random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
	}

	/** Each fourth bit, and it again in the place of the three above it. */
	private static long[] fourfold(long[] hash) {
		return Arrays.stream(hash).map(word -> (word & 0x1111_1111_1111_1111L) * 0xF).toArray();
	}

	/** A hash of four equal words. */
	public static long[] filled(long word) {
		return new long[]{word, word, word, word};
	}

	/** A hash at exactly this distance from another, the bits that differ chosen at random: the way to plant a query. */
	public static long[] near(long[] hash, int distanceBits, RandomGenerator random) {
		return flip(hash, distanceBits, distanceBits, random);
	}

	/**
	 * As {@link #near}, but with as many bits set as before, as between two PDQ hashes.
	 *
	 * @param hash
	 *            with at least half that many bits set, and as many not
	 * @param distanceBits
	 *            even
	 */
	public static long[] nearOfSameWeight(long[] hash, int distanceBits, RandomGenerator random) {
		return flip(hash, distanceBits, distanceBits / 2, random);
	}

	/** Flips so many bits, at most {@code each} set ones and {@code each} unset ones, in the order of a random shuffle. */
	private static long[] flip(long[] hash, int flips, int each, RandomGenerator random) {
		long[] flipped = hash.clone();
		int[] shuffled = new int[BITS];
		for (int i = 0; i < BITS; i++) {
			int other = random.nextInt(i + 1);
			shuffled[i] = shuffled[other];
			shuffled[other] = i;
		}
		int[] left = {each, each};
		int todo = flips;
		for (int i = 0; todo > 0; i++) {
			int word = shuffled[i] / Long.SIZE;
			long bit = 1L << (shuffled[i] % Long.SIZE);
			int was = (hash[word] & bit) == 0 ? 0 : 1;
			if (left[was] > 0) {
				left[was]--;
				todo--;
				flipped[word] ^= bit;
			}
		}
		return flipped;
	}
}

package org.hashaven.benchmarks.proof;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchResult;
import org.hashaven.index.Purpose;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.testdata.hashes.NaiveHamming;

/**
 * The records of an index as an oracle knows them: row {@code n} has the id {@code n} in decimal, and is live or not. Searched by looking
 * at every one. The distance is counted a word at a time, and {@link #expected} holds each thousandth to {@link NaiveHamming}.
 */
final class Rows {

	private static final int NAIVE_EACH = 1_000;
	private static final int DISTANCE_SHIFT = 32;

	private final BitSet live = new BitSet();
	private long[] words = new long[1 << 12];
	private int size;

	/** Takes in a row, live, and gives its number. */
	int add(long[] hash) {
		if ((size + 1) * HashPopulation.WORDS > words.length) {
			words = Arrays.copyOf(words, 2 * words.length);
		}
		System.arraycopy(hash, 0, words, size * HashPopulation.WORDS, HashPopulation.WORDS);
		live.set(size);
		return size++;
	}

	/** Takes in a whole population, live. */
	static Rows of(HashPopulation population) {
		Rows rows = new Rows();
		for (int row = 0; row < population.size(); row++) {
			rows.add(population.hash(row));
		}
		return rows;
	}

	int size() {
		return size;
	}

	/** Those that must be found. */
	BitSet live() {
		return live;
	}

	long[] hash(int row) {
		return Arrays.copyOfRange(words, row * HashPopulation.WORDS, (row + 1) * HashPopulation.WORDS);
	}

	/** The live rows within the radius, nearest first, equal distances by row: the distance above, the row in the lower 32 bits. */
	long[] expected(long[] query, int radius) {
		long[] found = new long[16];
		int count = 0;
		for (int row = live.nextSetBit(0); row >= 0; row = live.nextSetBit(row + 1)) {
			int at = row * HashPopulation.WORDS;
			int distanceBits = Long.bitCount(words[at] ^ query[0]) + Long.bitCount(words[at + 1] ^ query[1])
					+ Long.bitCount(words[at + 2] ^ query[2]) + Long.bitCount(words[at + 3] ^ query[3]);
			if (row % NAIVE_EACH == 0) {
				Answers.require(distanceBits == NaiveHamming.distance(hash(row), query), "the oracle is wrong");
			}
			if (distanceBits <= radius) {
				if (count == found.length) {
					found = Arrays.copyOf(found, 2 * count);
				}
				found[count++] = packed(row, distanceBits);
			}
		}
		Arrays.sort(found, 0, count);
		return Arrays.copyOf(found, count);
	}

	/** An answer in the form of {@link #expected}. */
	static long[] found(MatchResult<HashMatch> answer) {
		return answer.matches().stream().mapToLong(match -> packed(Integer.parseInt(match.id()), match.distanceBits())).sorted().toArray();
	}

	/** Rows and their distances as the matches that an index gives: nearest first, equal distances by id. */
	static List<HashMatch> matches(long[] packed, String bank) {
		return Arrays.stream(packed)
				.mapToObj(one -> new HashMatch(Integer.toString((int) one), bank, Purpose.BLOCK, distanceBits(one)))
				.sorted(Comparator.comparingInt(HashMatch::distanceBits).thenComparing(HashMatch::id)).toList();
	}

	/** A row and its distance as one number. */
	static long packed(int row, int distanceBits) {
		return (long) distanceBits << DISTANCE_SHIFT | row;
	}

	/** How many of these lie within a smaller radius. */
	static int countWithin(long[] packed, int radius) {
		int at = Arrays.binarySearch(packed, packed(0, radius + 1));
		return at < 0 ? -at - 1 : at;
	}

	/** The distance to a query, for a row and its distance as one number. */
	static int distanceBits(long packed) {
		return (int) (packed >>> DISTANCE_SHIFT);
	}
}

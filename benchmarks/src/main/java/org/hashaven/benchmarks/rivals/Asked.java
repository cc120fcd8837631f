package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hashaven.hash.Hash256;

/**
 * The answers to a run of queries and how long they took.
 *
 * @param from
 *            number of the first query
 * @param microseconds
 *            of each lookup; of lookups made together, of all of them, in the first place
 * @param answers
 *            for each query, the rows within the radius with their distances, {@link #packed}, in the order of the rows
 */
record Asked(int from, double[] microseconds, long[][] answers) {

	private static final int DISTANCE_BITS = 9;

	/** What a rival in this process does with one query or with many. */
	@FunctionalInterface
	interface Lookup<Q, A> {
		A answer(Q query) throws IOException;
	}

	/**
	 * Makes lookups in this process, one at a time, until they or the seconds are over.
	 *
	 * @param lookup
	 *            what is timed
	 * @param rows
	 *            its answer to packed rows
	 */
	static <A> Asked oneByOne(HashFile queries, int from, int to, double seconds, Lookup<Hash256, A> lookup, Function<A, long[]> rows)
			throws IOException {
		double[] microseconds = new double[to - from];
		long[][] answers = new long[to - from][];
		long begin = System.nanoTime();
		int count = 0;
		while (count < answers.length && Figures.secondsSince(begin) < seconds) {
			Hash256 query = queries.hash(from + count);
			long start = System.nanoTime();
			A answer = lookup.answer(query);
			microseconds[count] = Figures.secondsSince(start) * 1e6;
			answers[count++] = rows.apply(answer);
		}
		return new Asked(from, Arrays.copyOf(microseconds, count), Arrays.copyOf(answers, count));
	}

	/** Makes lookups in this process all together. */
	static <A> Asked together(HashFile queries, int from, int to, Lookup<List<Hash256>, List<A>> lookups, Function<A, long[]> rows)
			throws IOException {
		List<Hash256> hashes = queries.hashes(from, to);
		long start = System.nanoTime();
		List<A> answers = lookups.answer(hashes);
		double[] microseconds = {Figures.secondsSince(start) * 1e6};
		return new Asked(from, microseconds, answers.stream().map(rows).toArray(long[][]::new));
	}

	/** A row and its distance in one number. */
	static long packed(int row, int distanceBits) {
		return (long) row << DISTANCE_BITS | distanceBits;
	}

	/** The row of a packed answer. */
	static int row(long packed) {
		return (int) (packed >>> DISTANCE_BITS);
	}

	/** The distance of a packed answer. */
	static int distanceBits(long packed) {
		return (int) packed & ((1 << DISTANCE_BITS) - 1);
	}

	/** Number of queries answered. */
	int count() {
		return answers.length;
	}
}

package org.hashaven.benchmarks.rivals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

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

	/**
	 * Makes lookups in this process, one at a time, until they or the seconds are over.
	 *
	 * @param lookup
	 *            number of a query to its answer: what is timed
	 * @param rows
	 *            that answer to packed rows
	 */
	static <T> Asked oneByOne(int from, int to, double seconds, IntFunction<T> lookup, Function<T, long[]> rows) {
		double[] microseconds = new double[to - from];
		long[][] answers = new long[to - from][];
		long begin = System.nanoTime();
		int count = 0;
		while (count < answers.length && Figures.secondsSince(begin) < seconds) {
			long start = System.nanoTime();
			T answer = lookup.apply(from + count);
			microseconds[count] = Figures.secondsSince(start) * 1e6;
			answers[count++] = rows.apply(answer);
		}
		return new Asked(from, Arrays.copyOf(microseconds, count), Arrays.copyOf(answers, count));
	}

	/** Makes lookups in this process all together. */
	static <T> Asked together(int from, Supplier<List<T>> lookups, Function<T, long[]> rows) {
		long start = System.nanoTime();
		List<T> answers = lookups.get();
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

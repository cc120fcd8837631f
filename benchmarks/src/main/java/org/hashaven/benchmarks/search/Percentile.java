package org.hashaven.benchmarks.search;

import java.util.Arrays;

/** The value below which so many percent of some measurements lie. */
public final class Percentile {

	private Percentile() {
	}

	/** Half lie below it. */
	public static double median(double[] values) {
		return of(values, 50);
	}

	/**
	 * The value below which so many percent lie.
	 *
	 * @param values
	 *            at least one, in any order; not changed
	 * @param percent
	 *            0..100
	 */
	public static double of(double[] values, double percent) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[Math.min(sorted.length - 1, (int) (sorted.length * percent / 100))];
	}
}

package org.hashaven.benchmarks.search;

import java.util.Arrays;

/** Percentiles of measurements. */
public final class Percentile {

	private Percentile() {
	}

	/** Half lie below it. */
	public static double median(double[] values) {
		return of(values, 50);
	}

	/**
	 * The smallest value that this share of the measurements does not exceed (nearest rank, as {@code evaluate} counts).
	 *
	 * @param values
	 *            at least one, in any order; not changed
	 * @param percent
	 *            0..100
	 */
	public static double of(double[] values, double percent) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[Math.clamp((long) Math.ceil(sorted.length * percent / 100) - 1, 0, sorted.length - 1)];
	}
}

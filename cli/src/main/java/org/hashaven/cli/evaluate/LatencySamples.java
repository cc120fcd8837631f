package org.hashaven.cli.evaluate;

import java.util.Arrays;

/** How long lookups took, in nanoseconds. */
public final class LatencySamples {

	private final long[] sorted;

	LatencySamples(long[] nanos) {
		sorted = nanos.clone();
		Arrays.sort(sorted);
	}

	/** How many there were. */
	public int count() {
		return sorted.length;
	}

	/** The latency in milliseconds that this share of lookups, 0..1, did not exceed; 0 when there were none. */
	public double quantileMs(double part) {
		if (sorted.length == 0) {
			return 0;
		}
		int place = Math.clamp((long) Math.ceil(part * sorted.length) - 1, 0, sorted.length - 1);
		return sorted[place] / 1e6;
	}
}

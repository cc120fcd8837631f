package org.hashaven.cli.evaluate;

import java.util.Arrays;
import org.hashaven.hash.Hash256;

/** How often each distance from 0 to 256 bits came up. */
public final class Histogram {

	private final long[] counts = new long[Hash256.BITS + 1];

	void add(int distanceBits) {
		counts[distanceBits]++;
	}

	void addAll(Histogram other) {
		for (int i = 0; i < counts.length; i++) {
			counts[i] += other.counts[i];
		}
	}

	/** How often a distance came up. */
	public long count(int distanceBits) {
		return counts[distanceBits];
	}

	/** How many distances there are. */
	public long total() {
		return Arrays.stream(counts).sum();
	}

	/** How many are at most so far. */
	public long within(int distanceBits) {
		return Arrays.stream(counts, 0, distanceBits + 1).sum();
	}

	/** The smallest one, or 257 when there are none. */
	public int least() {
		int least = 0;
		while (least < counts.length && counts[least] == 0) {
			least++;
		}
		return least;
	}

	/** The distance that this share of them, 0..1, does not exceed; 0 when there are none. */
	public int quantile(double part) {
		double wanted = total() * part;
		long seen = 0;
		for (int i = 0; i < counts.length; i++) {
			seen += counts[i];
			if (seen >= wanted && seen > 0) {
				return i;
			}
		}
		return 0;
	}
}

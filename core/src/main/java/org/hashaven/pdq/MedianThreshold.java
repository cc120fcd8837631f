package org.hashaven.pdq;

import java.util.Arrays;
import org.hashaven.hash.Hash256;

/** DCT coefficients to bits: bit {@code k} says whether coefficient {@code k} lies above the lower median of all 256. */
final class MedianThreshold {

	private MedianThreshold() {
	}

	/** The hash of 256 coefficients; the lower median is the 128th smallest. */
	static Hash256 hash(float[] coefficients, PdqWorkspace workspace) {
		float[] sorted = workspace.sorted;
		System.arraycopy(coefficients, 0, sorted, 0, sorted.length);
		Arrays.sort(sorted);
		float median = sorted[sorted.length / 2 - 1];
		return Hash256.ofWords(word(coefficients, 192, median), word(coefficients, 128, median), word(coefficients, 64, median),
				word(coefficients, 0, median));
	}

	private static long word(float[] coefficients, int from, float median) {
		long word = 0;
		for (int bit = 0; bit < Long.SIZE; bit++) {
			word |= coefficients[from + bit] > median ? 1L << bit : 0;
		}
		return word;
	}
}

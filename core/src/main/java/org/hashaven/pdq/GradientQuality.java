package org.hashaven.pdq;

import org.hashaven.hash.Quality;

/** PDQ's quality: the sum of the steps between neighbouring samples, each in whole percents of full contrast, over 90, at most 100. */
final class GradientQuality {

	private static final int SIDE = Downsampler.SIDE;

	private GradientQuality() {
	}

	/** The quality, 0..100, of 64 × 64 samples, row after row. */
	static int of(float[] samples) {
		int sum = steps(samples, 1) + steps(samples, SIDE);
		for (int last = SIDE - 1; last + 1 < samples.length; last += SIDE) {
			sum -= step(samples[last], samples[last + 1]); // which are no neighbours
		}
		return Math.min(Quality.MAX, sum / 90);
	}

	/** One long loop, which the JIT makes vectors of. */
	private static int steps(float[] samples, int distance) {
		int sum = 0;
		for (int i = 0; i < samples.length - distance; i++) {
			sum += step(samples[i], samples[i + distance]);
		}
		return sum;
	}

	private static int step(float u, float v) {
		return Math.abs((int) ((u - v) * 100 / 255));
	}
}

package org.hashaven.pdq;

import org.hashaven.hash.HashRecord;

/** PDQ's quality: the sum of the steps between neighbouring samples, each in whole percents of full contrast, over 90, at most 100. */
final class GradientQuality {

	private static final int SIDE = Downsampler.SIDE;

	private GradientQuality() {
	}

	/** The quality, 0..100, of 64 × 64 samples, row after row. */
	static int of(float[][] samples) {
		int sum = 0;
		for (int row = 0; row < SIDE; row++) {
			float[] here = samples[row];
			for (int column = 0; column + 1 < SIDE; column++) {
				sum += step(here[column], here[column + 1]);
			}
			if (row + 1 < SIDE) {
				float[] below = samples[row + 1];
				for (int column = 0; column < SIDE; column++) {
					sum += step(here[column], below[column]);
				}
			}
		}
		return Math.min(HashRecord.MAX_QUALITY, sum / 90);
	}

	private static int step(float u, float v) {
		return Math.abs((int) ((u - v) * 100 / 255));
	}
}

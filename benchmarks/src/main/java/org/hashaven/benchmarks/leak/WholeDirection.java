package org.hashaven.benchmarks.leak;

import org.hashaven.hash.RegionPlace;

/** The direction of a region, as lists once had it: where the square grows lighter. */
final class WholeDirection {

	/** Standard deviation of the blur that the gradient is taken of, in samples of a patch. */
	private static final double BLUR = 5;

	private WholeDirection() {
	}

	/** Measures the direction in the original: radians, clockwise from right. */
	static double of(RegionPlace place, Luma picture, double aspect) {
		float[] samples = new float[Patch.SAMPLES];
		Square upright = Square.of(place, 0);
		new Patch(upright, aspect, picture.width(), picture.height()).sample(picture.values(), samples);
		double across = 0;
		double down = 0;
		for (int i = 0; i < samples.length; i++) {
			int row = i / Patch.SIDE;
			double x = i % Patch.SIDE - (Patch.SIDE - 1) / 2.0;
			double y = row - (Patch.SIDE - 1) / 2.0;
			double weight = samples[i] * Math.exp(-(x * x + y * y) / (2 * BLUR * BLUR));
			across += x * weight;
			down += y * weight;
		}
		return Math.atan2(down, across);
	}
}

package org.hashaven.benchmarks.leak;

import org.hashaven.hash.RegionGeometry;

/** The direction of a region, as lists once had it: where the square grows lighter. */
final class WholeDirection {

	private WholeDirection() {
	}

	/** Measures the direction in the original: radians, clockwise from right. */
	static double of(RegionGeometry place, Luma picture, double aspect) {
		float[] samples = new float[Patch.SAMPLES];
		Square upright = Square.of(place, 0);
		new Patch(upright, aspect, picture.width(), picture.height()).sample(picture.values(), samples);
		return Gradient.of(samples).direction();
	}
}

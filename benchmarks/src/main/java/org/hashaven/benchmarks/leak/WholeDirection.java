package org.hashaven.benchmarks.leak;

import org.hashaven.hash.RegionPlace;

/** The direction of a region without the quarter turns taken off, as lists once had it: where the square grows lighter. */
final class WholeDirection {

	/** Standard deviation of the blur that the gradient is taken of, in samples of a patch. */
	private static final double BLUR = 5;

	private WholeDirection() {
	}

	/** Measures the direction in the original: radians, clockwise from right. */
	static double of(RegionPlace place, Luma picture, double aspect) {
		float[] samples = new float[Patch.SAMPLES];
		RegionPlace upright = new RegionPlace(place.x(), place.y(), place.size(), 0);
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

	/** Returns a listed place with as many quarter turns added as bring it nearest a direction. */
	static RegionPlace nearest(RegionPlace listed, double direction) {
		return turned(listed, (int) Math.round((direction - listed.angle()) / (Math.PI / 2)));
	}

	/** Returns a place with its direction turned by quarter turns clockwise. */
	static RegionPlace turned(RegionPlace place, int quarterTurns) {
		double angle = Math.IEEEremainder(place.angle() + quarterTurns * Math.PI / 2, 2 * Math.PI);
		return new RegionPlace(place.x(), place.y(), place.size(), angle);
	}
}

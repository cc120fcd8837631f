package org.hashaven.benchmarks.leak;

/**
 * The blurred gradient of luma in the middle of a patch, from which a region takes its direction.
 *
 * @param across
 *            to the right in the patch
 * @param down
 *            downwards in the patch
 */
record Gradient(double across, double down) {

	/** Standard deviation of the blur, in samples of a patch. */
	private static final double BLUR = 5;

	private static final float[] ACROSS = new float[Patch.SAMPLES];
	private static final float[] DOWN = new float[Patch.SAMPLES];

	static {
		for (int i = 0; i < Patch.SAMPLES; i++) {
			int row = i / Patch.SIDE;
			double x = i % Patch.SIDE - (Patch.SIDE - 1) / 2.0;
			double y = row - (Patch.SIDE - 1) / 2.0;
			double weight = Math.exp(-(x * x + y * y) / (2 * BLUR * BLUR));
			ACROSS[i] = (float) (x * weight);
			DOWN[i] = (float) (y * weight);
		}
	}

	static Gradient of(float[] samples) {
		double across = 0;
		double down = 0;
		for (int i = 0; i < samples.length; i++) {
			across += ACROSS[i] * samples[i];
			down += DOWN[i] * samples[i];
		}
		return new Gradient(across, down);
	}

	Gradient times(double factor) {
		return new Gradient(across * factor, down * factor);
	}

	/** Where luma grows: radians, clockwise from right. */
	double direction() {
		return Math.atan2(down, across);
	}

	/** Its component in a direction. */
	double in(double direction) {
		return across * Math.cos(direction) + down * Math.sin(direction);
	}

	double squared() {
		return across * across + down * down;
	}

	/** Adds, to a gradient with respect to samples, this as one with respect to their blurred gradient. */
	void addTo(float[] ofSamples) {
		for (int i = 0; i < ofSamples.length; i++) {
			ofSamples[i] += (float) (ACROSS[i] * across + DOWN[i] * down);
		}
	}
}

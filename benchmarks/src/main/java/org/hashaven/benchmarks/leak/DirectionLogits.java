package org.hashaven.benchmarks.leak;

/**
 * The log-probabilities of the directions that a region may have, given the gradient of its patch in a candidate picture: the von Mises
 * distribution around the direction of the gradient, narrower the longer the gradient is. The directions are equally spaced, from that of
 * the patch on.
 *
 * @param count
 *            of the directions
 * @param concentration
 *            for a gradient of root mean square length; 0 if the gradient says nothing
 */
record DirectionLogits(int count, double concentration) {

	/** As many directions as stand for any direction: the nearest is at most 11° away. */
	static final int ANY = 16;

	private double angle(int direction) {
		return 2 * Math.PI * direction / count;
	}

	/** Returns the log-probability of each direction. */
	double[] of(Gradient gradient) {
		double[] logits = new double[count];
		double max = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < count; i++) {
			logits[i] = concentration * gradient.in(angle(i));
			max = Math.max(max, logits[i]);
		}
		double sum = 0;
		for (double logit : logits) {
			sum += Math.exp(logit - max);
		}
		for (int i = 0; i < count; i++) {
			logits[i] -= max + Math.log(sum);
		}
		return logits;
	}

	/**
	 * Returns the derivative, with respect to the gradient, of the logarithm of a likelihood that is summed over the directions.
	 *
	 * @param logits
	 *            of the gradient
	 * @param shares
	 *            of the directions in the sum
	 */
	Gradient derivative(double[] logits, double[] shares) {
		double across = 0;
		double down = 0;
		for (int i = 0; i < count; i++) {
			double excess = concentration * (shares[i] - Math.exp(logits[i]));
			across += excess * Math.cos(angle(i));
			down += excess * Math.sin(angle(i));
		}
		return new Gradient(across, down);
	}
}

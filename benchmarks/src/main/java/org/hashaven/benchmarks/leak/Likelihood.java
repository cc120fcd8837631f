package org.hashaven.benchmarks.leak;

import org.hashaven.hash.Hash256;

/** The log-likelihood of something listed, given a candidate picture. */
interface Likelihood {

	/**
	 * Adds the gradients of the log-likelihood, times a weight, and returns it.
	 *
	 * @param coefficients
	 *            of the candidate
	 * @param picture
	 *            the same candidate as pixels
	 * @param weight
	 *            1, or less while a picture is searched for
	 * @param ofCoefficients
	 *            receives the gradient with respect to coefficients
	 * @param ofPicture
	 *            receives the gradient with respect to pixels
	 */
	double addGradient(float[] coefficients, float[] picture, double weight, float[] ofCoefficients, float[] ofPicture);

	/** The derivative of log sigmoid(steepness · value) with respect to the value. */
	private static float signGradient(float steepness, float value) {
		return steepness / (1 + (float) Math.exp(steepness * value));
	}

	/** The likelihood of a PDQ hash: the signs of coefficients, since their median is near zero. */
	record OfHash(Hash256 hash, PictureModel model) implements Likelihood {

		private static final int KEPT = 16;

		/** The hash draws before regions do: which directions of a region are likely then depends on it. */
		private static final double EARLIER = 3;

		/** The index of the coefficient whose sign is a bit of the hash. */
		static int coefficient(int bit) {
			return Dct.index(bit % KEPT + 1, bit / KEPT + 1);
		}

		@Override
		public double addGradient(float[] coefficients, float[] picture, double weight, float[] ofCoefficients, float[] ofPicture) {
			float earlier = (float) Math.min(1, EARLIER * weight);
			double log = 0;
			for (int bit = 0; bit < Hash256.BITS; bit++) {
				int index = coefficient(bit);
				float steepness = (hash.bit(bit) ? 1 : -1) * model.hashSteepness() / model.prior().deviation(index);
				ofCoefficients[index] += earlier * signGradient(steepness, coefficients[index]);
				log -= earlier * Math.log1p(Math.exp(-steepness * coefficients[index]));
			}
			return log;
		}
	}

	/** A factor of the likelihood of one patch, a function of its coefficients, each divided by its root mean square. */
	interface Factor {

		/** Adds the gradients of the logarithm and returns it. */
		double addGradient(float[] luma, float[] edges, float[] ofLuma, float[] ofEdges);
	}

	/**
	 * The factor of a region's code: the probability of each bit is (1 ± c · tanh(s·a) · tanh(s·b)) / 2 for coefficients a and b, so that
	 * small coefficients make either value of the bit likely.
	 */
	record ProductSigns(long code, double size, PictureModel model) implements Factor {

		@Override
		public double addGradient(float[] luma, float[] edges, float[] ofLuma, float[] ofEdges) {
			double product = 1;
			for (int i = 0; i < CodeLayout.BITS.size(); i++) {
				CodeLayout.Bit bit = CodeLayout.BITS.get(i);
				PictureModel.BitReliability reliability = model.reliability(size, bit);
				float[] values = bit.edges() ? edges : luma;
				float[] gradients = bit.edges() ? ofEdges : ofLuma;
				float first = (float) Math.tanh(reliability.steepness() * values[bit.first()]);
				float second = (float) Math.tanh(reliability.steepness() * values[bit.second()]);
				float ceiling = CodeLayout.sign(code, i) * reliability.ceiling();
				float outer = ceiling * reliability.steepness() / (1 + ceiling * first * second);
				gradients[bit.first()] += outer * second * (1 - first * first);
				gradients[bit.second()] += outer * first * (1 - second * second);
				product *= 1 + ceiling * first * second;
			}
			return Math.log(product);
		}
	}

	/** The factor of the signs of the lowest frequencies of luma, which the control lists. */
	record PlainSigns(long signs) implements Factor {

		private static final float STEEPNESS = 4;

		@Override
		public double addGradient(float[] luma, float[] edges, float[] ofLuma, float[] ofEdges) {
			double log = 0;
			for (int k = 0; k < luma.length; k++) {
				float steepness = CodeLayout.sign(signs, k) * STEEPNESS;
				ofLuma[k] += signGradient(steepness, luma[k]);
				log -= Math.log1p(Math.exp(-steepness * luma[k]));
			}
			return log;
		}
	}

	/**
	 * The factor of a prediction of luma: its Gaussian density divided by that of the prior, which has variance 1.
	 *
	 * @param means
	 *            of each coefficient
	 * @param variances
	 *            of each coefficient, below 1
	 * @param trust
	 *            exponent of the factor: below 1 if predictions of overlapping patches are taken to repeat each other
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Prediction(float[] means, float[] variances, float trust) implements Factor {

		Prediction withTrust(float other) {
			return new Prediction(means, variances, other);
		}

		@Override
		public double addGradient(float[] luma, float[] edges, float[] ofLuma, float[] ofEdges) {
			double log = 0;
			for (int k = 0; k < means.length; k++) {
				float error = luma[k] - means[k];
				ofLuma[k] += trust * (luma[k] - error / variances[k]);
				log += trust * (luma[k] * luma[k] - error * error / variances[k]) / 2;
			}
			return log;
		}
	}
}

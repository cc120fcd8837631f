package org.hashaven.benchmarks.leak;

import java.util.Arrays;
import java.util.List;
import org.hashaven.hash.Hash256;

/** The log-likelihood of something listed, given a candidate picture. */
interface Likelihood {

	/**
	 * Adds the gradients of the log-likelihood.
	 *
	 * @param coefficients
	 *            of the candidate
	 * @param picture
	 *            the same candidate as pixels
	 * @param ofCoefficients
	 *            receives the gradient with respect to coefficients
	 * @param ofPicture
	 *            receives the gradient with respect to pixels
	 */
	void addGradient(float[] coefficients, float[] picture, float[] ofCoefficients, float[] ofPicture);

	/** The derivative of log sigmoid(steepness · value) with respect to the value. */
	private static float signGradient(float steepness, float value) {
		return steepness / (1 + (float) Math.exp(steepness * value));
	}

	/** The likelihood of a PDQ hash: the signs of coefficients, since their median is near zero. */
	record OfHash(Hash256 hash, PictureModel model) implements Likelihood {

		private static final int KEPT = 16;

		/** The index of the coefficient whose sign is a bit of the hash. */
		static int coefficient(int bit) {
			return Dct.index(bit % KEPT + 1, bit / KEPT + 1);
		}

		@Override
		public void addGradient(float[] coefficients, float[] picture, float[] ofCoefficients, float[] ofPicture) {
			for (int bit = 0; bit < Hash256.BITS; bit++) {
				int index = coefficient(bit);
				float steepness = (hash.bit(bit) ? 1 : -1) * model.hashSteepness() / model.prior().deviation(index);
				ofCoefficients[index] += signGradient(steepness, coefficients[index]);
			}
		}
	}

	/** A factor of the likelihood of one patch, a function of its coefficients, each divided by its root mean square. */
	interface Factor {

		/** Adds the gradients of the logarithm. */
		void addGradient(float[] luma, float[] edges, float[] ofLuma, float[] ofEdges);
	}

	/** The likelihood of a patch, a product of factors. Holds scratch memory: for one thread. */
	final class OfPatch implements Likelihood {

		private final Patch patch;
		private final PictureModel.Scales scales;
		private final List<Factor> factors;
		private final PatchTransform transform = new PatchTransform();
		private final float[] samples = new float[Patch.SAMPLES];
		private final float[] ofSamples = new float[Patch.SAMPLES];
		private final float[] ofLuma = new float[CodeLayout.LUMA];
		private final float[] ofEdges = new float[CodeLayout.EDGES];

		OfPatch(Patch patch, PictureModel.Scales scales, List<Factor> factors) {
			this.patch = patch;
			this.scales = scales;
			this.factors = factors;
		}

		@Override
		public void addGradient(float[] coefficients, float[] picture, float[] ofCoefficients, float[] ofPicture) {
			patch.sample(picture, samples);
			transform.transform(samples);
			divide(transform.luma, scales.luma());
			divide(transform.edges, scales.edges());
			Arrays.fill(ofLuma, 0);
			Arrays.fill(ofEdges, 0);
			for (Factor factor : factors) {
				factor.addGradient(transform.luma, transform.edges, ofLuma, ofEdges);
			}
			divide(ofLuma, scales.luma());
			divide(ofEdges, scales.edges());
			transform.gradient(samples, ofLuma, ofEdges, ofSamples);
			patch.addGradient(ofSamples, ofPicture);
		}

		private static void divide(float[] values, float[] divisors) {
			for (int i = 0; i < values.length; i++) {
				values[i] /= divisors[i];
			}
		}
	}

	/**
	 * The factor of a region's code: the probability of each bit is (1 ± c · tanh(s·a) · tanh(s·b)) / 2 for coefficients a and b, so that
	 * small coefficients make either value of the bit likely.
	 */
	record ProductSigns(long code, double size, PictureModel model) implements Factor {

		@Override
		public void addGradient(float[] luma, float[] edges, float[] ofLuma, float[] ofEdges) {
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
			}
		}
	}

	/** The factor of the signs of the lowest frequencies of luma, which the control lists. */
	record PlainSigns(long signs) implements Factor {

		private static final float STEEPNESS = 4;

		@Override
		public void addGradient(float[] luma, float[] edges, float[] ofLuma, float[] ofEdges) {
			for (int k = 0; k < luma.length; k++) {
				ofLuma[k] += signGradient(CodeLayout.sign(signs, k) * STEEPNESS, luma[k]);
			}
		}
	}

	/**
	 * The factor of a prediction of luma: its Gaussian density divided by that of the prior, which has variance 1.
	 *
	 * @param means
	 *            of each coefficient
	 * @param variances
	 *            of each coefficient, below 1
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Prediction(float[] means, float[] variances) implements Factor {

		@Override
		public void addGradient(float[] luma, float[] edges, float[] ofLuma, float[] ofEdges) {
			for (int k = 0; k < means.length; k++) {
				ofLuma[k] += luma[k] - (luma[k] - means[k]) / variances[k];
			}
		}
	}
}

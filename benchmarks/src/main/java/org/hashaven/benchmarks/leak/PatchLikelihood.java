package org.hashaven.benchmarks.leak;

import java.util.Arrays;
import java.util.List;

/**
 * The likelihood of a listed patch: the mean over the directions that the listed one may stand for, a quarter turn apart, of the product of
 * factors. Its gradient weighs each direction by how likely the candidate makes it. Holds scratch memory: for one thread.
 */
final class PatchLikelihood implements Likelihood {

	/** Directions that are less likely are left out. */
	private static final double MIN_SHARE = 1e-3;

	private final Patch patch;
	private final int turns;
	private final PictureModel.Scales scales;
	private final List<Factor> factors;
	private final PatchTransform transform = new PatchTransform();
	private final float[] samples = new float[Patch.SAMPLES];
	private final float[] ofSamples = new float[Patch.SAMPLES];
	private final float[] ofLuma = new float[CodeLayout.LUMA_WAVES.size()];
	private final float[] ofEdges = new float[CodeLayout.EDGE_WAVES.size()];
	private final float[] luma = new float[CodeLayout.LUMA];
	private final float[] edges = new float[CodeLayout.EDGES];
	private final float[][] ofTurnedLuma;
	private final float[][] ofTurnedEdges;
	private final double[] shares;

	/**
	 * A likelihood.
	 *
	 * @param patch
	 *            in the listed direction
	 * @param turns
	 *            1 if it is the whole direction, else 4
	 */
	PatchLikelihood(Patch patch, int turns, PictureModel.Scales scales, List<Factor> factors) {
		this.patch = patch;
		this.turns = turns;
		this.scales = scales;
		this.factors = factors;
		ofTurnedLuma = new float[turns][CodeLayout.LUMA];
		ofTurnedEdges = new float[turns][CodeLayout.EDGES];
		shares = new double[turns];
	}

	@Override
	public void addGradient(float[] coefficients, float[] picture, double weight, float[] ofCoefficients, float[] ofPicture) {
		patch.sample(picture, samples);
		transform.transform(samples);
		divide(transform.luma, scales.luma());
		divide(transform.edges, scales.edges());
		for (int turn = 0; turn < turns; turn++) {
			QuarterTurn.LUMA.get(turn).apply(transform.luma, luma);
			QuarterTurn.EDGES.get(turn).apply(transform.edges, edges);
			Arrays.fill(ofTurnedLuma[turn], 0);
			Arrays.fill(ofTurnedEdges[turn], 0);
			shares[turn] = 0;
			for (Factor factor : factors) {
				shares[turn] += weight * factor.addGradient(luma, edges, ofTurnedLuma[turn], ofTurnedEdges[turn]);
			}
		}
		exponentiate(shares);
		Arrays.fill(ofLuma, 0);
		Arrays.fill(ofEdges, 0);
		for (int turn = 0; turn < turns; turn++) {
			if (shares[turn] >= MIN_SHARE) {
				float share = (float) (weight * shares[turn]);
				QuarterTurn.LUMA.get(turn).addGradient(ofTurnedLuma[turn], share, ofLuma);
				QuarterTurn.EDGES.get(turn).addGradient(ofTurnedEdges[turn], share, ofEdges);
			}
		}
		divide(ofLuma, scales.luma());
		divide(ofEdges, scales.edges());
		transform.gradient(samples, ofLuma, ofEdges, ofSamples);
		patch.addGradient(ofSamples, ofPicture);
	}

	/** Logarithms to what they are of, with a sum of 1. */
	private static void exponentiate(double[] logarithms) {
		double max = Arrays.stream(logarithms).max().orElseThrow();
		double sum = 0;
		for (int i = 0; i < logarithms.length; i++) {
			logarithms[i] = Math.exp(logarithms[i] - max);
			sum += logarithms[i];
		}
		for (int i = 0; i < logarithms.length; i++) {
			logarithms[i] /= sum;
		}
	}

	private static void divide(float[] values, float[] divisors) {
		for (int i = 0; i < values.length; i++) {
			values[i] /= divisors[i];
		}
	}
}

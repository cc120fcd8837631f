package org.hashaven.benchmarks.leak;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The likelihood of a listed patch: the sum over its possible directions of the probability of each in the candidate picture, times the
 * product of the factors of the patch so turned. Improbable directions are left out. Holds scratch memory: for one thread.
 */
final class PatchLikelihood implements Likelihood {

	/** Directions with a smaller share in the sum are left out of its gradient. */
	private static final double MIN_SHARE = 1e-3;

	/** Directions this much less probable than the best, as a difference of logarithms, are not evaluated. */
	private static final double MAX_LOGIT_GAP = 9;

	private final List<View> views;
	private final DirectionLogits directions;
	private final PictureModel.Scales scales;
	private final List<Factor> factors;

	private final PatchTransform transform = new PatchTransform();
	private final float[] ofSamples = new float[Patch.SAMPLES];
	private final float[] ofLuma = new float[CodeLayout.LUMA_WAVES.size()];
	private final float[] ofEdges = new float[CodeLayout.EDGE_WAVES.size()];
	private final float[] luma = new float[CodeLayout.LUMA];
	private final float[] edges = new float[CodeLayout.EDGES];
	private final float[][] ofTurnedLuma;
	private final float[][] ofTurnedEdges;

	/**
	 * A likelihood.
	 *
	 * @param place
	 *            in the first of its possible directions
	 * @param aspect
	 *            width divided by height of the picture before it was stretched
	 * @param directions
	 *            1 or a multiple of 4
	 */
	PatchLikelihood(Square place, double aspect, DirectionLogits directions, PictureModel.Scales scales, List<Factor> factors) {
		this.directions = directions;
		this.scales = scales;
		this.factors = factors;
		int count = directions.count();
		int turns = Math.min(count, QuarterTurn.COUNT);
		views = IntStream.range(0, count / turns).mapToObj(i -> new View(place, aspect, i, count, turns)).toList();
		ofTurnedLuma = new float[count][CodeLayout.LUMA];
		ofTurnedEdges = new float[count][CodeLayout.EDGES];
	}

	/** The patch in directions a quarter turn apart, which have the same coefficients in another order. */
	private static final class View {

		/** Numbers of its directions: that of the patch, then by one quarter turn more each. */
		private final int[] directions;
		private final Patch patch;
		private final float[] samples = new float[Patch.SAMPLES];

		private View(Square place, double aspect, int first, int count, int turns) {
			directions = IntStream.range(0, turns).map(turn -> first + turn * count / turns).toArray();
			patch = new Patch(place.rotated(2 * Math.PI * first / count), aspect, Dct.SIDE, Dct.SIDE);
		}
	}

	@Override
	public double addGradient(float[] coefficients, float[] picture, double weight, float[] ofCoefficients, float[] ofPicture) {
		View first = views.getFirst();
		first.patch.sample(picture, first.samples);
		double[] logits = directions.of(Gradient.of(first.samples).times(1 / scales.gradient()));
		double minLogit = Arrays.stream(logits).max().orElseThrow() - MAX_LOGIT_GAP;
		double[] shares = new double[logits.length];
		for (View view : views) {
			evaluate(view, picture, logits, minLogit, weight, shares);
		}
		double logarithm = exponentiate(shares);
		for (View view : views) {
			addGradient(view, shares, weight, ofPicture);
		}
		Arrays.fill(ofSamples, 0);
		directions.derivative(logits, shares).times(weight / scales.gradient()).addTo(ofSamples);
		first.patch.addGradient(ofSamples, ofPicture);
		return logarithm;
	}

	/** Sets the logarithms of the summands of the directions of one view, and keeps the gradients of their factors. */
	private void evaluate(View view, float[] picture, double[] logits, double minLogit, double weight, double[] logarithms) {
		if (Arrays.stream(view.directions).allMatch(direction -> logits[direction] < minLogit)) {
			Arrays.stream(view.directions).forEach(direction -> logarithms[direction] = Double.NEGATIVE_INFINITY);
			return;
		}
		view.patch.sample(picture, view.samples);
		transform.transform(view.samples);
		divide(transform.luma, scales.luma());
		divide(transform.edges, scales.edges());
		for (int turn = 0; turn < view.directions.length; turn++) {
			int direction = view.directions[turn];
			if (logits[direction] < minLogit) {
				logarithms[direction] = Double.NEGATIVE_INFINITY;
				continue;
			}
			QuarterTurn.LUMA.get(turn).apply(transform.luma, luma);
			QuarterTurn.EDGES.get(turn).apply(transform.edges, edges);
			Arrays.fill(ofTurnedLuma[direction], 0);
			Arrays.fill(ofTurnedEdges[direction], 0);
			double logarithm = logits[direction];
			for (Factor factor : factors) {
				logarithm += factor.addGradient(luma, edges, ofTurnedLuma[direction], ofTurnedEdges[direction]);
			}
			logarithms[direction] = weight * logarithm;
		}
	}

	private void addGradient(View view, double[] shares, double weight, float[] ofPicture) {
		if (Arrays.stream(view.directions).allMatch(direction -> shares[direction] < MIN_SHARE)) {
			return;
		}
		Arrays.fill(ofLuma, 0);
		Arrays.fill(ofEdges, 0);
		for (int turn = 0; turn < view.directions.length; turn++) {
			int direction = view.directions[turn];
			if (shares[direction] >= MIN_SHARE) {
				float share = (float) (weight * shares[direction]);
				QuarterTurn.LUMA.get(turn).addGradient(ofTurnedLuma[direction], share, ofLuma);
				QuarterTurn.EDGES.get(turn).addGradient(ofTurnedEdges[direction], share, ofEdges);
			}
		}
		divide(ofLuma, scales.luma());
		divide(ofEdges, scales.edges());
		transform.gradient(view.samples, ofLuma, ofEdges, ofSamples);
		view.patch.addGradient(ofSamples, ofPicture);
	}

	/** Replaces logarithms by their shares in the sum of what they are of, and returns the logarithm of the sum. */
	private static double exponentiate(double[] logarithms) {
		double max = Arrays.stream(logarithms).max().orElseThrow();
		double sum = 0;
		for (int i = 0; i < logarithms.length; i++) {
			logarithms[i] = Math.exp(logarithms[i] - max);
			sum += logarithms[i];
		}
		for (int i = 0; i < logarithms.length; i++) {
			logarithms[i] /= sum;
		}
		return max + Math.log(sum);
	}

	private static void divide(float[] values, float[] divisors) {
		for (int i = 0; i < values.length; i++) {
			values[i] /= divisors[i];
		}
	}
}

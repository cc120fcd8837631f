package org.hashaven.benchmarks.leak;

import java.util.Optional;
import org.hashaven.benchmarks.leak.Likelihood.Prediction;

/**
 * Predicts the luma of a listed patch from patches of other photographs.
 *
 * <p>
 * The code alone cannot: it is the same for the photographic negative. But a patch is rotated to the direction in which its picture grows
 * lighter, so it is known how light and dark lie in it; what is open is its direction in the picture.
 */
interface PatchPredictor {

	/** Predicts nothing. */
	PatchPredictor NONE = region -> Optional.empty();

	/** A prediction with a larger variance is hardly better than the prior. */
	double MAX_VARIANCE = 0.98;

	/**
	 * A patch of a photograph that the attacker has.
	 *
	 * @param photo
	 *            the number of the photograph
	 * @param luma
	 *            coefficients, each divided by its root mean square
	 * @param edges
	 *            likewise
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Example(int photo, KnownRegion region, float[] luma, float[] edges) {

		double size() {
			return region.place().size();
		}
	}

	/** Returns a prediction; empty if nothing was learned. */
	Optional<Prediction> predict(KnownRegion region);

	/**
	 * A prediction whose variances are kept below the prior's. A larger variance says that listed patches have more contrast than others;
	 * it is lowered together with the mean, so that the factor keeps its gradient at zero.
	 */
	static Prediction bounded(double[] means, double[] variances) {
		float[] boundedMeans = new float[means.length];
		float[] boundedVariances = new float[means.length];
		for (int k = 0; k < means.length; k++) {
			double bounded = Math.min(variances[k], MAX_VARIANCE);
			boundedVariances[k] = (float) bounded;
			boundedMeans[k] = (float) (means[k] * bounded / variances[k]);
		}
		return new Prediction(boundedMeans, boundedVariances, 1);
	}
}

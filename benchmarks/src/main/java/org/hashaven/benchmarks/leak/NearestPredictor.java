package org.hashaven.benchmarks.leak;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hashaven.benchmarks.leak.Likelihood.Prediction;

/** A dictionary: the luma of a patch is the mean of that of the patches of about its size whose codes are nearest. */
final class NearestPredictor implements PatchPredictor {

	private static final int NEAREST = 24;

	/** Some of the examples are predicted from the others, to estimate how far predictions hold. */
	private static final int TEST_EVERY = 4;

	private final List<List<Example>> bySize;
	private final double[][] factors;
	private final double[][] variances;

	NearestPredictor(List<Example> examples) {
		int classes = RidgePredictor.sizeClass(1) + 1;
		bySize = IntStream.range(0, classes).mapToObj(
				sizeClass -> examples.stream().filter(example -> RidgePredictor.sizeClass(example.size()) == sizeClass).toList())
				.toList();
		factors = new double[classes][CodeLayout.LUMA];
		variances = new double[classes][CodeLayout.LUMA];
		for (int sizeClass = 0; sizeClass < classes; sizeClass++) {
			calibrate(bySize.get(sizeClass), factors[sizeClass], variances[sizeClass]);
		}
	}

	/** Regresses luma on its predictions. */
	private static void calibrate(List<Example> examples, double[] factors, double[] variances) {
		double[] products = new double[factors.length];
		double[] predictedSquares = new double[factors.length];
		double[] squares = new double[factors.length];
		int tests = 0;
		for (int i = 0; i < examples.size(); i += TEST_EVERY) {
			Example test = examples.get(i);
			double[] predicted = nearestMean(examples, test.region().code(), test.photo());
			for (int k = 0; k < predicted.length; k++) {
				products[k] += predicted[k] * test.luma()[k];
				predictedSquares[k] += predicted[k] * predicted[k];
				squares[k] += test.luma()[k] * test.luma()[k];
			}
			tests++;
		}
		for (int k = 0; k < factors.length; k++) {
			factors[k] = Math.clamp(products[k] / predictedSquares[k], 0, 1);
			variances[k] = (squares[k] - 2 * factors[k] * products[k] + factors[k] * factors[k] * predictedSquares[k]) / tests;
		}
	}

	private static double[] nearestMean(List<Example> examples, long code, int exceptPhoto) {
		double[] mean = new double[CodeLayout.LUMA];
		List<Example> nearest = examples.stream().filter(example -> example.photo() != exceptPhoto)
				.sorted(Comparator.comparingInt(example -> Long.bitCount(example.region().code() ^ code))).limit(NEAREST).toList();
		for (Example example : nearest) {
			for (int k = 0; k < mean.length; k++) {
				mean[k] += example.luma()[k] / nearest.size();
			}
		}
		return mean;
	}

	@Override
	public Optional<Prediction> predict(KnownRegion region) {
		int sizeClass = RidgePredictor.sizeClass(region.place().size());
		double[] means = nearestMean(bySize.get(sizeClass), region.code(), -1);
		for (int k = 0; k < means.length; k++) {
			means[k] *= factors[sizeClass][k];
		}
		return Optional.of(PatchPredictor.bounded(means, variances[sizeClass]));
	}
}

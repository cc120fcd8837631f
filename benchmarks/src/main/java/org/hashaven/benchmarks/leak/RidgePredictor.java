package org.hashaven.benchmarks.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashaven.benchmarks.leak.Likelihood.Prediction;
import org.hashaven.hash.Region;

/** Ridge regression of the luma of a patch on a constant and, if asked, the bits of its code; one fit for each class of sizes. */
final class RidgePredictor implements PatchPredictor {

	/** Upper limits of the classes of sizes. */
	private static final double[] SIZES = {0.1, 0.14, 0.2, 1};

	private static final double RIDGE = 30;

	/** Photographs with the same remainder are predicted from the others, to estimate the variances. */
	private static final int FOLDS = 2;

	private final int inputs;
	private final List<Fit> fits = new ArrayList<>();

	/** Weights of the inputs and remaining variances, for each coefficient. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Fit(double[][] weights, double[] variances) {
	}

	RidgePredictor(List<Example> examples, boolean withCode) {
		inputs = withCode ? 1 + Region.CODE_BITS : 1;
		for (int i = 0; i < SIZES.length; i++) {
			int sizeClass = i;
			fits.add(fit(examples.stream().filter(example -> sizeClass(example.size()) == sizeClass).toList()));
		}
	}

	static int sizeClass(double size) {
		int sizeClass = 0;
		while (size > SIZES[sizeClass]) {
			sizeClass++;
		}
		return sizeClass;
	}

	private Fit fit(List<Example> examples) {
		double[] variances = new double[CodeLayout.LUMA];
		for (int i = 0; i < FOLDS; i++) {
			int fold = i;
			double[][] weights = weights(examples.stream().filter(example -> example.photo() % FOLDS != fold).toList());
			for (Example example : examples) {
				if (example.photo() % FOLDS == fold) {
					double[] predicted = predicted(weights, example.region().code());
					for (int k = 0; k < variances.length; k++) {
						double error = example.luma()[k] - predicted[k];
						variances[k] += error * error / examples.size();
					}
				}
			}
		}
		return new Fit(weights(examples), variances);
	}

	private double[][] weights(List<Example> examples) {
		double[][] products = new double[inputs][inputs];
		double[][] targets = new double[CodeLayout.LUMA][inputs];
		for (Example example : examples) {
			long code = example.region().code();
			for (int i = 0; i < inputs; i++) {
				for (int j = 0; j <= i; j++) {
					products[i][j] += input(code, i) * input(code, j);
				}
				for (int k = 0; k < targets.length; k++) {
					targets[k][i] += input(code, i) * example.luma()[k];
				}
			}
		}
		for (int i = 0; i < inputs; i++) {
			products[i][i] += RIDGE;
		}
		double[][] factor = Cholesky.factor(products);
		for (int k = 0; k < targets.length; k++) {
			targets[k] = Cholesky.solve(factor, targets[k]);
		}
		return targets;
	}

	private static double input(long code, int i) {
		return i == 0 ? 1 : CodeLayout.sign(code, i - 1);
	}

	private double[] predicted(double[][] weights, long code) {
		double[] predicted = new double[weights.length];
		for (int k = 0; k < weights.length; k++) {
			for (int i = 0; i < inputs; i++) {
				predicted[k] += weights[k][i] * input(code, i);
			}
		}
		return predicted;
	}

	@Override
	public Optional<Prediction> predict(KnownRegion region) {
		Fit fit = fits.get(sizeClass(region.place().size()));
		return Optional.of(PatchPredictor.bounded(predicted(fit.weights, region.code()), fit.variances));
	}
}

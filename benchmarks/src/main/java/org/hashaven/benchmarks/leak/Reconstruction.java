package org.hashaven.benchmarks.leak;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws a picture from a prior and likelihoods.
 *
 * <p>
 * {@link #likeliest} climbs to a picture of maximum posterior probability. {@link #mean} samples pictures by Hamiltonian Monte Carlo and
 * averages them. Where what is listed leaves a sign open, samples contradict each other and their mean shows nothing; of all drawings the
 * mean has the smallest expected squared error.
 *
 * <p>
 * References: Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015); Neal, "MCMC Using Hamiltonian Dynamics" (2011). No sample
 * is rejected unless its trajectory diverges: the steps are small, and nothing here depends on exact probabilities.
 */
final class Reconstruction {

	private static final int ADAM_STEPS = 300;
	private static final int WARM_UP_STEPS = 100;
	private static final double ADAM_RATE = 0.05;
	private static final double ADAM_FIRST_DECAY = 0.9;
	private static final double ADAM_SECOND_DECAY = 0.99;

	private static final int TRAJECTORIES = 70;
	private static final int WARM_UP_TRAJECTORIES = 25;
	private static final int SAMPLES = TRAJECTORIES - WARM_UP_TRAJECTORIES;
	private static final int LEAPFROG_STEPS = 10;
	private static final double MAX_STEP_SIZE = 0.2;

	/** Kinetic energy, of which the mean is 1, above which a trajectory has diverged. */
	private static final double MAX_ENERGY = 3;

	private final Prior prior;
	private final List<Likelihood> likelihoods;

	Reconstruction(Prior prior, List<Likelihood> likelihoods) {
		this.prior = prior;
		this.likelihoods = likelihoods;
	}

	/**
	 * The gradient of the log-posterior with respect to the whitened picture.
	 *
	 * @param weight
	 *            of the likelihoods, lowered at first
	 */
	private float[] gradient(float[] whitened, double weight) {
		float[] coefficients = prior.coefficients(whitened);
		float[] picture = Dct.picture(coefficients);
		float[] ofCoefficients = new float[Dct.COUNT];
		float[] ofPicture = new float[Dct.PIXELS];
		for (Likelihood likelihood : likelihoods) {
			likelihood.addGradient(coefficients, picture, weight, ofCoefficients, ofPicture);
		}
		add(Dct.coefficients(ofPicture), 1, ofCoefficients);
		float[] gradient = prior.gradient(ofCoefficients);
		for (int k = 0; k < Dct.COUNT; k++) {
			gradient[k] -= whitened[k];
		}
		return gradient;
	}

	/** Returns a picture whose posterior probability is a local maximum, found from the prior's mean. */
	float[] likeliest() {
		float[] whitened = new float[Dct.COUNT];
		double[] first = new double[Dct.COUNT];
		double[] second = new double[Dct.COUNT];
		for (int step = 1; step <= ADAM_STEPS; step++) {
			float[] gradient = gradient(whitened, Math.min(1, (double) step / WARM_UP_STEPS));
			double firstWeight = 1 - Math.pow(ADAM_FIRST_DECAY, step);
			double secondWeight = 1 - Math.pow(ADAM_SECOND_DECAY, step);
			for (int k = 0; k < Dct.COUNT; k++) {
				first[k] = ADAM_FIRST_DECAY * first[k] + (1 - ADAM_FIRST_DECAY) * gradient[k];
				second[k] = ADAM_SECOND_DECAY * second[k] + (1 - ADAM_SECOND_DECAY) * gradient[k] * gradient[k];
				whitened[k] += (float) (ADAM_RATE * first[k] / firstWeight / (Math.sqrt(second[k] / secondWeight) + 1e-8));
			}
		}
		return Dct.picture(prior.coefficients(whitened));
	}

	/** Returns the mean of samples from the posterior, drawn in several chains. */
	float[] mean(int chains) {
		float[] sum = new float[Dct.COUNT];
		chains(chains).forEach(chain -> add(chain.mean, 1.0 / chains, sum));
		return Dct.picture(prior.coefficients(sum));
	}

	/**
	 * Returns the mean of the samples of the best of several chains: chains stay near one of the pictures that contradict each other, and
	 * what is listed tells which fits.
	 */
	float[] meanOfBest(int chains) {
		Chain best = chains(chains).stream().max(Comparator.comparingDouble(Chain::logLikelihood)).orElseThrow();
		return Dct.picture(prior.coefficients(best.mean));
	}

	/** The mean of the samples of one chain, whitened, and that of their log-likelihoods. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Chain(float[] mean, double logLikelihood) {
	}

	private List<Chain> chains(int count) {
		Random random = new Random(3);
		return IntStream.range(0, count).mapToObj(i -> chain(random)).toList();
	}

	private Chain chain(Random random) {
		float[] mean = new float[Dct.COUNT];
		double logLikelihood = 0;
		float[] whitened = Prior.standard(random);
		double stepSize = MAX_STEP_SIZE;
		for (int i = 0; i < TRAJECTORIES; i++) {
			float[] end = end(whitened, Math.min(1, (i + 1.0) / WARM_UP_TRAJECTORIES), stepSize, random);
			if (end.length == 0) {
				stepSize /= 2;
			} else {
				whitened = end;
			}
			if (i >= WARM_UP_TRAJECTORIES) {
				add(whitened, 1.0 / SAMPLES, mean);
				logLikelihood += logLikelihood(whitened) / SAMPLES;
			}
		}
		return new Chain(mean, logLikelihood);
	}

	private double logLikelihood(float[] whitened) {
		float[] coefficients = prior.coefficients(whitened);
		float[] picture = Dct.picture(coefficients);
		return likelihoods.stream()
				.mapToDouble(likelihood -> likelihood.addGradient(coefficients, picture, 1, new float[Dct.COUNT], new float[Dct.PIXELS]))
				.sum();
	}

	/** Returns where a trajectory ends; empty if it diverges, its steps being too large. */
	private float[] end(float[] start, double weight, double stepSize, Random random) {
		float[] whitened = start.clone();
		float[] momentum = Prior.standard(random);
		double step = stepSize * (0.8 + 0.4 * random.nextDouble());
		add(gradient(whitened, weight), step / 2, momentum);
		for (int i = 1; i <= LEAPFROG_STEPS; i++) {
			add(momentum, step, whitened);
			add(gradient(whitened, weight), i < LEAPFROG_STEPS ? step : step / 2, momentum);
		}
		double energy = 0;
		for (float value : momentum) {
			energy += value * value;
		}
		return energy < MAX_ENERGY * Dct.COUNT ? whitened : new float[0]; // of an infinite momentum, too
	}

	private static void add(float[] values, double factor, float[] sums) {
		for (int k = 0; k < sums.length; k++) {
			sums[k] += (float) (factor * values[k]);
		}
	}
}

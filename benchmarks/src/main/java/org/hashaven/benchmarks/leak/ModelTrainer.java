package org.hashaven.benchmarks.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hashaven.benchmarks.leak.PatchPredictor.Example;
import org.hashaven.benchmarks.leak.PictureModel.BitReliability;
import org.hashaven.hash.Hash256;

/** Trains a {@link PictureModel} and collects example patches, from photographs that the attacker has. */
final class ModelTrainer {

	private static final int CROPS = 16;
	private static final double MIN_CROP = 0.5;

	/** Part of the correlations between coefficients that is taken to be chance: there are far fewer photographs than coefficients. */
	private static final double SHRINKAGE = 0.6;

	private static final float[] HASH_STEEPNESSES = {1, 2, 4, 8, 16, 32};
	private static final float[] STEEPNESSES = {0.25f, 0.5f, 1, 2, 4};
	private static final float[] CEILINGS = {0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 0.97f};

	private final List<Photo> photos;
	private final PictureModel untrained;

	ModelTrainer(List<Photo> photos) {
		this.photos = photos;
		untrained = PictureModel.untrained(prior());
	}

	/** The Gaussian of the photographs, their mirror images and crops. */
	private Prior prior() {
		Random random = new Random(2);
		List<float[]> wholes = new ArrayList<>();
		List<float[]> all = new ArrayList<>();
		for (Photo photo : photos) {
			for (Luma detail : List.of(photo.detail(), photo.detail().mirrored())) {
				wholes.add(coefficients(detail.resized(Dct.SIDE, Dct.SIDE)));
				all.add(wholes.getLast());
				for (int i = 0; i < CROPS; i++) {
					double side = detail.width() * (MIN_CROP + (1 - MIN_CROP) * random.nextDouble());
					double room = detail.width() - side;
					all.add(coefficients(
							detail.window(room * random.nextDouble(), room * random.nextDouble(), side, side, Dct.SIDE, Dct.SIDE)));
				}
			}
		}
		return Prior.trained(wholes, all, SHRINKAGE);
	}

	private static float[] coefficients(Luma luma) {
		return Dct.coefficients(Similarity.standardised(luma.values()));
	}

	/** Returns the patches of the photographs, with their whole directions. */
	List<Example> examples() {
		List<Example> examples = new ArrayList<>();
		PatchTransform transform = new PatchTransform();
		float[] samples = new float[Patch.SAMPLES];
		for (int i = 0; i < photos.size(); i++) {
			Photo photo = photos.get(i);
			float[] picture = Dct.picture(photo.coefficients());
			for (KnownRegion region : photo.others()) {
				new Patch(region.place(), photo.aspect(), Dct.SIDE, Dct.SIDE).sample(picture, samples);
				transform.transform(samples);
				PictureModel.Scales scales = untrained.scales(region.place().size());
				examples.add(new Example(i, region, quotients(transform.luma, scales.luma()), quotients(transform.edges, scales.edges())));
			}
		}
		return examples;
	}

	private static float[] quotients(float[] values, float[] divisors) {
		float[] quotients = new float[values.length];
		for (int i = 0; i < quotients.length; i++) {
			quotients[i] = values[i] / divisors[i];
		}
		return quotients;
	}

	/** Returns the model with all of its parameters at their likeliest. */
	PictureModel model(List<Example> examples) {
		BitReliability[] reliabilities = new BitReliability[PictureModel.GROUPS];
		for (int group = 0; group < reliabilities.length; group++) {
			reliabilities[group] = reliability(group, examples);
		}
		return new PictureModel(untrained.prior(), hashSteepness(), reliabilities, untrained.scales());
	}

	private float hashSteepness() {
		double[] losses = new double[HASH_STEEPNESSES.length];
		for (Photo photo : photos) {
			float[] coefficients = photo.coefficients();
			for (int bit = 0; bit < Hash256.BITS; bit++) {
				int index = Likelihood.OfHash.coefficient(bit);
				double signed = (photo.hash().bit(bit) ? 1 : -1) * coefficients[index] / untrained.prior().deviation(index);
				for (int i = 0; i < losses.length; i++) {
					losses[i] += Math.log1p(Math.exp(-HASH_STEEPNESSES[i] * signed));
				}
			}
		}
		return HASH_STEEPNESSES[smallest(losses)];
	}

	private static BitReliability reliability(int group, List<Example> examples) {
		double[] losses = new double[CEILINGS.length * STEEPNESSES.length];
		for (Example example : examples) {
			for (int i = 0; i < CodeLayout.BITS.size(); i++) {
				CodeLayout.Bit bit = CodeLayout.BITS.get(i);
				if (PictureModel.group(example.size(), bit) == group) {
					float[] values = bit.edges() ? example.edges() : example.luma();
					addLosses(CodeLayout.sign(example.region().code(), i), values[bit.first()], values[bit.second()], losses);
				}
			}
		}
		int best = smallest(losses);
		return new BitReliability(CEILINGS[best / STEEPNESSES.length], STEEPNESSES[best % STEEPNESSES.length]);
	}

	private static void addLosses(int sign, float first, float second, double[] losses) {
		for (int i = 0; i < STEEPNESSES.length; i++) {
			double product = sign * Math.tanh(STEEPNESSES[i] * first) * Math.tanh(STEEPNESSES[i] * second);
			for (int j = 0; j < CEILINGS.length; j++) {
				losses[j * STEEPNESSES.length + i] -= Math.log1p(CEILINGS[j] * product);
			}
		}
	}

	private static int smallest(double[] values) {
		int smallest = 0;
		for (int i = 1; i < values.length; i++) {
			smallest = values[i] < values[smallest] ? i : smallest;
		}
		return smallest;
	}
}

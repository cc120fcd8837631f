package org.hashaven.benchmarks.leak;

import java.util.Arrays;
import java.util.Random;
import org.hashaven.hash.RegionGeometry;

/**
 * What an attacker knows of pictures and of how lists come from them.
 *
 * @param hashSteepness
 *            of the likelihood of a bit of the hash
 * @param reliabilities
 *            of the bits of regions, indexed by {@link #group}
 * @param scales
 *            of the coefficients of patches, indexed by {@link #sizeStep}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PictureModel(Prior prior, float hashSteepness, BitReliability[] reliabilities, Scales[] scales) {

	/** Upper limits of the sizes of all groups but the last. */
	private static final double[] SIZES = {0.12, 0.18, 0.25};
	static final int GROUPS = 4 * (SIZES.length + 1);

	private static final int SIZE_STEPS = 32;
	private static final int STEPS_A_DOUBLING = 6;

	/** Drawn to estimate the scales. */
	private static final int PICTURES = 24;
	private static final int PLACES = 12;

	private static final float UNTRAINED_HASH_STEEPNESS = 4;

	/**
	 * How reliable a bit of a region is; see {@link Likelihood.ProductSigns}.
	 *
	 * @param ceiling
	 *            0 for a bit that says nothing, 1 for one that is right whenever both coefficients are large
	 * @param steepness
	 *            the inverse of what is large
	 */
	record BitReliability(float ceiling, float steepness) {

		static final BitReliability UNTRAINED = new BitReliability(0.9f, 1);
	}

	/** Root mean squares of the coefficients and the gradient of a patch in pictures drawn from the prior. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Scales(float[] luma, float[] edges, float gradient) {
	}

	/** Returns a model of which nothing but the prior is known. */
	static PictureModel untrained(Prior prior) {
		BitReliability[] reliabilities = new BitReliability[GROUPS];
		Arrays.fill(reliabilities, BitReliability.UNTRAINED);
		return new PictureModel(prior, UNTRAINED_HASH_STEEPNESS, reliabilities, scales(prior));
	}

	/** Returns the group of a bit: bits of about the same size of region and frequency are taken to be equally reliable. */
	static int group(double size, CodeLayout.Bit bit) {
		int group = 0;
		while (group < SIZES.length && size > SIZES[group]) {
			group++;
		}
		return 4 * group + (bit.edges() ? 2 : 0) + (CodeLayout.isLow(bit) ? 1 : 0);
	}

	BitReliability reliability(double size, CodeLayout.Bit bit) {
		return reliabilities[group(size, bit)];
	}

	Scales scales(double size) {
		return scales[sizeStep(size)];
	}

	private static int sizeStep(double size) {
		return Math.clamp(Math.round(Math.log(size / RegionGeometry.MIN_SIZE) / Math.log(2) * STEPS_A_DOUBLING), 0, SIZE_STEPS - 1);
	}

	private static Scales[] scales(Prior prior) {
		Random random = new Random(1);
		float[][] pictures = new float[PICTURES][];
		for (int i = 0; i < PICTURES; i++) {
			pictures[i] = Dct.picture(prior.coefficients(Prior.standard(random)));
		}
		Scales[] scales = new Scales[SIZE_STEPS];
		for (int step = 0; step < SIZE_STEPS; step++) {
			scales[step] = scales(pictures, Math.min(1, RegionGeometry.MIN_SIZE * Math.pow(2, (double) step / STEPS_A_DOUBLING)), random);
		}
		return scales;
	}

	private static Scales scales(float[][] pictures, double size, Random random) {
		PatchTransform transform = new PatchTransform();
		float[] samples = new float[Patch.SAMPLES];
		float[] luma = new float[CodeLayout.LUMA_WAVES.size()];
		float[] edges = new float[CodeLayout.EDGE_WAVES.size()];
		double gradient = 0;
		for (int i = 0; i < PLACES; i++) {
			double room = 1 - size;
			Patch patch = new Patch(new Square(room * (random.nextDouble() - 0.5), room * (random.nextDouble() - 0.5), size,
					Math.PI * (2 * random.nextDouble() - 1)), 1, Dct.SIDE, Dct.SIDE);
			for (float[] picture : pictures) {
				patch.sample(picture, samples);
				transform.transform(samples);
				addSquares(transform.luma, luma);
				addSquares(transform.edges, edges);
				gradient += Gradient.of(samples).squared();
			}
		}
		takeRoots(luma);
		takeRoots(edges);
		return new Scales(luma, edges, root(gradient));
	}

	private static void addSquares(float[] values, float[] sums) {
		for (int i = 0; i < values.length; i++) {
			sums[i] += values[i] * values[i];
		}
	}

	private static void takeRoots(float[] sums) {
		for (int i = 0; i < sums.length; i++) {
			sums[i] = root(sums[i]);
		}
	}

	private static float root(double sum) {
		return (float) Math.sqrt(sum / (PICTURES * PLACES)) + 1e-6f;
	}
}

package org.hashaven.benchmarks.leak;

import java.util.Arrays;
import java.util.List;
import org.hashaven.benchmarks.leak.CodeLayout.Wave;

/**
 * The coefficients that the code of a patch is made of, and their derivatives. Holds scratch memory: for one thread.
 *
 * <p>
 * Luma, without its mean, is weighted by a Gaussian. Edge energies are square roots of gradients in four directions, weighted likewise and
 * summed over two by two samples; the root is smoothed at zero, where it has no derivative.
 */
final class PatchTransform {

	private static final int SIDE = Patch.SIDE;
	private static final int HALF = SIDE / 2;
	private static final double WEIGHT_EXPONENT = 1.2;
	private static final float HALF_ROOT = (float) Math.sqrt(0.5);

	/** Squared gradient below which an edge is taken to be none; pictures have variance 1. */
	private static final float SMOOTH = 1e-5f;

	private static final float[] WEIGHTS = new float[Patch.SAMPLES];
	private static final float[][] LUMA_WAVES = waves(SIDE);
	private static final float[][] EDGE_WAVES = waves(HALF);

	/** How the four directions are made of the gradients across and down. */
	private static final float[] ACROSS = {1, 0, HALF_ROOT, HALF_ROOT};
	private static final float[] DOWN = {0, 1, HALF_ROOT, -HALF_ROOT};

	static {
		for (int i = 0; i < WEIGHTS.length; i++) {
			int row = i / SIDE;
			double x = (i % SIDE - (SIDE - 1) / 2.0) / HALF;
			double y = (row - (SIDE - 1) / 2.0) / HALF;
			WEIGHTS[i] = (float) Math.exp(-WEIGHT_EXPONENT * (x * x + y * y));
		}
	}

	final float[] luma = new float[CodeLayout.LUMA_WAVES.size()];
	final float[] edges = new float[CodeLayout.EDGE_WAVES.size()];

	private final float[] weighted = new float[Patch.SAMPLES];
	private final float[][] energies = new float[CodeLayout.DIRECTIONS][HALF * HALF];
	private final float[] down = new float[CodeLayout.HIGHEST * SIDE];

	private static float[][] waves(int side) {
		float[][] waves = new float[CodeLayout.HIGHEST][side];
		for (int k = 0; k < waves.length; k++) {
			for (int j = 0; j < side; j++) {
				waves[k][j] = (float) Math.cos(Math.PI * k * (2 * j + 1) / (2.0 * side));
			}
		}
		return waves;
	}

	/** Fills {@link #luma} and {@link #edges}. */
	void transform(float[] samples) {
		transformLuma(samples);
		for (float[] energy : energies) {
			Arrays.fill(energy, 0);
		}
		for (int y = 1; y < SIDE - 1; y++) {
			for (int x = 1; x < SIDE - 1; x++) {
				int i = y * SIDE + x;
				float across = samples[i + 1] - samples[i - 1];
				float downward = samples[i + SIDE] - samples[i - SIDE];
				for (int d = 0; d < CodeLayout.DIRECTIONS; d++) {
					float gradient = ACROSS[d] * across + DOWN[d] * downward;
					energies[d][y / 2 * HALF + x / 2] += WEIGHTS[i] * (float) Math.sqrt(Math.sqrt(gradient * gradient + SMOOTH));
				}
			}
		}
		for (int d = 0; d < CodeLayout.DIRECTIONS; d++) {
			forward(energies[d], EDGE_WAVES, CodeLayout.EDGE_WAVES, d + 1, edges);
		}
	}

	/** The signs of the frequencies of luma, a bit each, set if negative; for the control. */
	long plainSigns() {
		long signs = 0;
		for (int k = 0; k < CodeLayout.LUMA; k++) {
			signs |= luma[k] > 0 ? 0 : 1L << k;
		}
		return signs;
	}

	private void transformLuma(float[] samples) {
		float mean = mean(samples);
		for (int i = 0; i < weighted.length; i++) {
			weighted[i] = (samples[i] - mean) * WEIGHTS[i];
		}
		forward(weighted, LUMA_WAVES, CodeLayout.LUMA_WAVES, 0, luma);
	}

	private static float mean(float[] samples) {
		float sum = 0;
		for (float sample : samples) {
			sum += sample;
		}
		return sum / samples.length;
	}

	private void forward(float[] from, float[][] waves, List<Wave> wanted, int channel, float[] to) {
		int side = waves[0].length;
		Arrays.fill(down, 0);
		int highest = (int) Math.sqrt(wanted.getLast().squared());
		for (int v = 0; v <= highest; v++) {
			for (int y = 0; y < side; y++) {
				float wave = waves[v][y];
				for (int x = 0; x < side; x++) {
					down[v * SIDE + x] += wave * from[y * side + x];
				}
			}
		}
		for (int k = 0; k < to.length; k++) {
			Wave wave = wanted.get(k);
			if (wave.channel() == channel) {
				float sum = 0;
				for (int x = 0; x < side; x++) {
					sum += waves[wave.across()][x] * down[wave.down() * SIDE + x];
				}
				to[k] = sum;
			}
		}
	}

	/**
	 * The gradient with respect to the samples.
	 *
	 * @param samples
	 *            as they were transformed
	 * @param ofLuma
	 *            gradient with respect to {@link #luma}
	 * @param ofEdges
	 *            gradient with respect to {@link #edges}
	 */
	void gradient(float[] samples, float[] ofLuma, float[] ofEdges, float[] ofSamples) {
		Arrays.fill(weighted, 0);
		backward(ofLuma, LUMA_WAVES, CodeLayout.LUMA_WAVES, 0, weighted);
		for (int i = 0; i < weighted.length; i++) {
			weighted[i] *= WEIGHTS[i];
		}
		float mean = mean(weighted);
		for (int i = 0; i < weighted.length; i++) {
			ofSamples[i] = weighted[i] - mean;
		}
		for (int d = 0; d < CodeLayout.DIRECTIONS; d++) {
			Arrays.fill(energies[d], 0);
			backward(ofEdges, EDGE_WAVES, CodeLayout.EDGE_WAVES, d + 1, energies[d]);
		}
		for (int y = 1; y < SIDE - 1; y++) {
			for (int x = 1; x < SIDE - 1; x++) {
				int i = y * SIDE + x;
				float across = samples[i + 1] - samples[i - 1];
				float downward = samples[i + SIDE] - samples[i - SIDE];
				float ofAcross = 0;
				float ofDown = 0;
				for (int d = 0; d < CodeLayout.DIRECTIONS; d++) {
					float gradient = ACROSS[d] * across + DOWN[d] * downward;
					float squared = gradient * gradient + SMOOTH;
					float derivative = energies[d][y / 2 * HALF + x / 2] * WEIGHTS[i] * 0.5f * gradient
							/ (float) (Math.sqrt(squared) * Math.sqrt(Math.sqrt(squared)));
					ofAcross += ACROSS[d] * derivative;
					ofDown += DOWN[d] * derivative;
				}
				ofSamples[i + 1] += ofAcross;
				ofSamples[i - 1] -= ofAcross;
				ofSamples[i + SIDE] += ofDown;
				ofSamples[i - SIDE] -= ofDown;
			}
		}
	}

	private void backward(float[] gradients, float[][] waves, List<Wave> wanted, int channel, float[] to) {
		int side = waves[0].length;
		Arrays.fill(down, 0);
		int highest = 0;
		for (int k = 0; k < gradients.length; k++) {
			Wave wave = wanted.get(k);
			if (wave.channel() == channel) {
				highest = Math.max(highest, wave.down());
				for (int x = 0; x < side; x++) {
					down[wave.down() * SIDE + x] += gradients[k] * waves[wave.across()][x];
				}
			}
		}
		for (int v = 0; v <= highest; v++) {
			for (int y = 0; y < side; y++) {
				float wave = waves[v][y];
				for (int x = 0; x < side; x++) {
					to[y * side + x] += wave * down[v * SIDE + x];
				}
			}
		}
	}
}

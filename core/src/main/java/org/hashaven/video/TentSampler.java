package org.hashaven.video;

import java.util.Arrays;
import org.hashaven.pdq.PdqHasher;
import org.jspecify.annotations.Nullable;

/** Brings frames to 64 × 64 samples of luma, upright: what PDQ's filter keeps of them. */
final class TentSampler {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;

	private int width;
	private int height;
	private Turn turn = Turn.NONE;
	private @Nullable TentWeights across;
	private @Nullable TentWeights down;
	private float[] luma = new float[0];
	/** For each row of samples, the weighted sums of the columns. */
	private float[][] sums = new float[SIDE][0];

	/**
	 * Samples one frame.
	 *
	 * @param samples
	 *            takes the samples, row after row
	 */
	void sample(LumaRows frame, int frameWidth, int frameHeight, Turn frameTurn, float[] samples) {
		if (across == null || down == null || width != frameWidth || height != frameHeight || !turn.equals(frameTurn)) {
			width = frameWidth;
			height = frameHeight;
			turn = frameTurn;
			// Stored columns lie along upright rows, or along upright columns where sides are swapped.
			across = TentWeights.of(width, turn.swapsSides() ? turn.reversesY() : turn.reversesX());
			down = TentWeights.of(height, turn.swapsSides() ? turn.reversesX() : turn.reversesY());
			luma = new float[width];
			sums = new float[SIDE][width];
		}
		sumRows(frame, down);
		for (int row = 0; row < SIDE; row++) {
			for (int column = 0; column < SIDE; column++) {
				float sample = sample(sums[row], across.first()[column], across.weights()[column]);
				samples[turn.swapsSides() ? column * SIDE + row : row * SIDE + column] = sample;
			}
		}
	}

	/** Reads each row once and adds it to the samples' rows that it counts in. */
	private void sumRows(LumaRows frame, TentWeights weights) {
		for (float[] sum : sums) {
			Arrays.fill(sum, 0);
		}
		for (int y = 0; y < height; y++) {
			boolean read = false;
			for (int row = 0; row < SIDE; row++) {
				int at = y - weights.first()[row];
				if (at >= 0 && at < weights.weights()[row].length) {
					if (!read) {
						frame.read(y, luma);
						read = true;
					}
					add(luma, weights.weights()[row][at], sums[row], width);
				}
			}
		}
	}

	private static void add(float[] luma, float weight, float[] sums, int count) {
		for (int i = 0; i < count; i++) {
			sums[i] += weight * luma[i];
		}
	}

	private static float sample(float[] sums, int first, float[] weights) {
		float sample = 0;
		for (int i = 0; i < weights.length; i++) {
			sample += sums[first + i] * weights[i];
		}
		return sample;
	}
}

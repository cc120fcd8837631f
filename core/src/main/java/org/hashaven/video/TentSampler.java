package org.hashaven.video;

import java.util.Arrays;
import org.hashaven.pdq.PdqHasher;
import org.jspecify.annotations.Nullable;

/** Brings frames to 64 × 64 samples of luma, upright: what PDQ's filter keeps of them. */
final class TentSampler {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;

	private Window window = new Window(0, 0, 0, 0);
	private Turn turn = Turn.NONE;
	private @Nullable TentWeights across;
	private @Nullable TentWeights down;
	private float[] luma = new float[0];
	/** For each row of samples, the weighted sums of the columns. */
	private float[][] sums = new float[SIDE][0];

	/**
	 * Samples what a frame shows in a window.
	 *
	 * @param frameWidth
	 *            pixels of a row, of which the window may be a part
	 * @param samples
	 *            takes the samples, row after row
	 */
	void sample(LumaRows frame, int frameWidth, Window shown, Turn frameTurn, float[] samples) {
		if (across == null || down == null || luma.length != frameWidth || !window.equals(shown) || !turn.equals(frameTurn)) {
			window = shown;
			turn = frameTurn;
			// Stored columns lie along upright rows, or along upright columns where sides are swapped.
			across = TentWeights.of(window.width(), turn.swapsSides() ? turn.reversesY() : turn.reversesX());
			down = TentWeights.of(window.height(), turn.swapsSides() ? turn.reversesX() : turn.reversesY());
			luma = new float[frameWidth];
			sums = new float[SIDE][window.width()];
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
		for (int y = 0; y < window.height(); y++) {
			boolean read = false;
			for (int row = 0; row < SIDE; row++) {
				int at = y - weights.first()[row];
				if (at >= 0 && at < weights.weights()[row].length) {
					if (!read) {
						frame.read(window.top() + y, luma);
						read = true;
					}
					add(luma, window.left(), weights.weights()[row][at], sums[row], window.width());
				}
			}
		}
	}

	private static void add(float[] luma, int from, float weight, float[] sums, int count) {
		for (int i = 0; i < count; i++) {
			sums[i] += weight * luma[from + i];
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

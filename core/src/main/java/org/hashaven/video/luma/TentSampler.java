package org.hashaven.video.luma;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.hashaven.hash.Symmetry;
import org.hashaven.pdq.PdqHasher;

/**
 * Brings frames to 64 × 64 samples of luma, upright: what PDQ's filter keeps of them.
 *
 * <p>
 * PDQ does not sample the two ends of a row alike. So the samples of a mirrored frame are not those of the frame in another order, and the
 * signs of its transform changed ({@link org.hashaven.hash.Symmetry}) would be off by as many as 20 to 40 bits in a small video. Here they
 * are sampled from the other end, from the same pass over the pixels.
 */
public final class TentSampler {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;

	/** Weights along one direction of the stored pixels, and the other way round. */
	private record Weights(TentWeights forth, TentWeights back) {

		static Weights of(int pixels) {
			return new Weights(TentWeights.of(pixels, false), TentWeights.of(pixels, true));
		}

		TentWeights reversed(boolean reversed) {
			return reversed ? back : forth;
		}
	}

	/** For each row of samples, the weighted sums of the columns. */
	private static final class Sums {

		private final float[][] rows;

		Sums(int width) {
			rows = new float[SIDE][width];
		}

		void clear() {
			for (float[] row : rows) {
				Arrays.fill(row, 0);
			}
		}

		/** Adds a row of pixels to the rows of samples that it counts in. */
		void add(int y, float[] luma, TentWeights weights) {
			for (int row = 0; row < SIDE; row++) {
				int at = y - weights.first()[row];
				if (at >= 0 && at < weights.weights()[row].length) {
					add(luma, weights.weights()[row][at], rows[row]);
				}
			}
		}

		private static void add(float[] luma, float weight, float[] sums) {
			for (int i = 0; i < sums.length; i++) {
				sums[i] += weight * luma[i];
			}
		}
	}

	private final CropAllowance extent;
	private final Set<Symmetry> forms;
	private Window window = new Window(0, 0, 1, 1);
	private Symmetry turn = Symmetry.IDENTITY;
	private Weights across = Weights.of(1);
	private Weights down = Weights.of(1);
	private float[] luma = new float[0];
	/** A row of the window, extended. */
	private float[] line = new float[0];
	private Sums forth = new Sums(1);
	private Sums back = new Sums(1);

	/**
	 * @param extent
	 *            how much more than the window is taken
	 * @param forms
	 *            those that can be sampled
	 */
	public TentSampler(CropAllowance extent, Collection<Symmetry> forms) {
		this.extent = extent;
		this.forms = EnumSet.copyOf(forms);
	}

	/** The forms that can be sampled. */
	public Set<Symmetry> forms() {
		return forms;
	}

	/**
	 * Looks at what a frame shows in a window.
	 *
	 * @param frameWidth
	 *            pixels of a row, of which the window may be a part
	 */
	public void take(LumaRows frame, int frameWidth, Window shown, Symmetry frameTurn) {
		turn = frameTurn;
		if (luma.length != frameWidth) {
			luma = new float[frameWidth];
		}
		int extraX = extent.extraOf(shown.width());
		int extraY = extent.extraOf(shown.height());
		if (!window.equals(shown)) {
			window = shown;
			line = new float[window.width() + 2 * extraX];
			across = Weights.of(line.length);
			down = Weights.of(window.height() + 2 * extraY);
			forth = new Sums(line.length);
			back = new Sums(line.length);
		}
		boolean needsForth = forms.stream().anyMatch(form -> !fromStored(form).reversesY());
		boolean needsBack = forms.stream().anyMatch(form -> fromStored(form).reversesY());
		forth.clear();
		back.clear();
		for (int y = 0; y < window.height() + 2 * extraY; y++) {
			if (y == 0 || (y > extraY && y < extraY + window.height())) {
				frame.read(window.top() + Math.max(0, y - extraY), luma);
				extend(extraX);
			}
			if (needsForth) {
				forth.add(y, line, down.forth);
			}
			if (needsBack) {
				back.add(y, line, down.back);
			}
		}
	}

	/** Takes the window's part of a row, and the pixels at its ends as often as it is to be longer. */
	private void extend(int extra) {
		int end = extra + window.width();
		System.arraycopy(luma, window.left(), line, extra, window.width());
		Arrays.fill(line, 0, extra, line[extra]);
		Arrays.fill(line, end, line.length, line[end - 1]);
	}

	/** From the stored pixels to the upright frame in a form. */
	private Symmetry fromStored(Symmetry form) {
		return turn.then(form);
	}

	/**
	 * Samples the frame in one form.
	 *
	 * @param samples
	 *            takes the samples, row after row
	 */
	public void sample(Symmetry form, float[] samples) {
		Symmetry symmetry = fromStored(form);
		Sums sums = symmetry.reversesY() ? back : forth;
		TentWeights weights = across.reversed(symmetry.reversesX());
		for (int row = 0; row < SIDE; row++) {
			for (int column = 0; column < SIDE; column++) {
				float sample = sample(sums.rows[row], weights.first()[column], weights.weights()[column]);
				samples[symmetry.transposes() ? column * SIDE + row : row * SIDE + column] = sample;
			}
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

package org.hashaven.view.raster;

import java.util.Arrays;
import org.hashaven.pdq.PdqHasher;

/**
 * How much each pixel of a line counts in each of the 64 samples along it: a tent a cell wide, as PDQ's two rounds of boxes make it, with
 * its middle anywhere between pixels.
 *
 * <pre>
 *   cell i:      |·····/\·····|        weight of a pixel = area of the tent above it
 *   pixels:      |___|___|___|___|     beyond the ends: the outermost pixel, as often as it takes
 * </pre>
 *
 * <p>
 * PDQ's tents lie an eighth of a cell behind the middles of their cells (its boxes have an even number of pixels in a picture of 512), so
 * these do as well; a mirrored picture is sampled from its other end, and has the tents on the other side.
 */
final class TentAxis {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	/** Of a cell. */
	static final double BEHIND = 0.125;
	/** Half the tent's width in pixels, at least: a line of few pixels is drawn as slopes, not as steps. */
	private static final double LEAST_HALF = 0.9;

	private final int[] first = new int[SIDE];
	private final int[] count = new int[SIDE];
	private float[] weights = new float[0];
	private int stride;
	private int from;
	private int to;

	/**
	 * Lays the samples over a line.
	 *
	 * @param start
	 *            where the first cell begins, in pixels of the line
	 * @param length
	 *            of all cells
	 * @param shownFrom
	 *            what lies before this does not count
	 * @param shownTo
	 *            what lies behind it does not count
	 * @param pixels
	 *            of the line
	 */
	void lay(double start, double length, double shownFrom, double shownTo, int pixels, boolean reversed) {
		double cell = length / SIDE;
		double half = Math.max(cell / 2, LEAST_HALF);
		int low = Math.clamp((long) Math.floor(shownFrom + 0.5), 0, pixels - 1);
		int high = Math.clamp((long) Math.ceil(shownTo - 0.5) - 1, low, pixels - 1);
		stride = (int) Math.ceil(2 * half) + 2;
		if (weights.length < SIDE * stride) {
			weights = new float[SIDE * stride];
		}
		Arrays.fill(weights, 0);
		from = pixels;
		to = 0;
		for (int i = 0; i < SIDE; i++) {
			double along = (i + 0.5 + BEHIND) * cell;
			tent(i, start + (reversed ? length - along : along), half, low, high);
		}
	}

	private void tent(int sample, double middle, double half, int low, int high) {
		int begin = (int) Math.floor(middle - half);
		int end = (int) Math.ceil(middle + half);
		int firstPixel = Math.clamp(begin, low, high);
		first[sample] = firstPixel;
		count[sample] = Math.clamp(end - 1L, low, high) - firstPixel + 1;
		double before = 0;
		for (int pixel = begin; pixel < end; pixel++) {
			double behind = below((pixel + 1 - middle) / half);
			weights[sample * stride + Math.clamp(pixel, low, high) - firstPixel] += (float) (behind - before);
			before = behind;
		}
		from = Math.min(from, firstPixel);
		to = Math.max(to, firstPixel + count[sample]);
	}

	/** The part of the tent that lies before a place, its middle 0 and its ends -1 and 1. */
	private static double below(double place) {
		if (place <= -1) {
			return 0;
		}
		if (place >= 1) {
			return 1;
		}
		return place < 0 ? (1 + place) * (1 + place) / 2 : 1 - (1 - place) * (1 - place) / 2;
	}

	/** The first pixel that counts. */
	int from() {
		return from;
	}

	/** Behind the last pixel that counts. */
	int to() {
		return to;
	}

	int first(int sample) {
		return first[sample];
	}

	int count(int sample) {
		return count[sample];
	}

	/** Where the weights of a sample begin in {@link #weights}. */
	int at(int sample) {
		return sample * stride;
	}

	float[] weights() {
		return weights;
	}
}

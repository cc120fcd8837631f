package org.hashaven.video.luma;

import org.hashaven.pdq.PdqHasher;

/**
 * How much each pixel of a row, or of a column, counts in each of the 64 samples that PDQ takes of it.
 *
 * <p>
 * PDQ filters a picture with two rounds of a box, half a cell wide, and keeps one value of each cell. Both are linear, so that a sample is
 * a weighted sum of the few pixels around it, a tent; at the ends the boxes are cut off and their means are of fewer pixels. Computing the
 * samples alone, of frames in their full size, takes a small part of the time of filtering every pixel; the result differs from the
 * reference's only by the rounding of floats.
 *
 * @param first
 *            for each sample, the first pixel that counts
 * @param weights
 *            for each sample, the weights from that pixel on
 */
record TentWeights(int[] first, float[][] weights) {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;

	/**
	 * The weights along one direction.
	 *
	 * @param reversed
	 *            whether sample 0 lies at the end of the pixels
	 */
	static TentWeights of(int pixels, boolean reversed) {
		int[] first = new int[SIDE];
		float[][] weights = new float[SIDE][];
		for (int sample = 0; sample < SIDE; sample++) {
			int centre = (int) ((sample + 0.5) * pixels / SIDE);
			int boxFrom = boxFrom(centre, pixels);
			int boxTo = boxTo(centre, pixels);
			int from = boxFrom(boxFrom, pixels);
			int to = boxTo(boxTo - 1, pixels);
			double[] sums = new double[to - from];
			for (int middle = boxFrom; middle < boxTo; middle++) {
				int innerFrom = boxFrom(middle, pixels);
				int innerTo = boxTo(middle, pixels);
				for (int pixel = innerFrom; pixel < innerTo; pixel++) {
					sums[pixel - from] += 1.0 / (boxTo - boxFrom) / (innerTo - innerFrom);
				}
			}
			first[sample] = reversed ? pixels - to : from;
			weights[sample] = new float[sums.length];
			for (int i = 0; i < sums.length; i++) {
				weights[sample][i] = (float) sums[reversed ? sums.length - 1 - i : i];
			}
		}
		return new TentWeights(first, weights);
	}

	/** The box's width in pixels: half a cell, rounded up. */
	private static int window(int pixels) {
		return (pixels + 2 * SIDE - 1) / (2 * SIDE);
	}

	/** The first pixel in the box around a centre; of an even number of pixels the greater part lies behind it. */
	private static int boxFrom(int centre, int pixels) {
		int window = window(pixels);
		return Math.max(0, centre - (window - (window + 2) / 2));
	}

	/** Behind the last one. */
	private static int boxTo(int centre, int pixels) {
		return Math.min(pixels, centre + (window(pixels) + 2) / 2);
	}
}

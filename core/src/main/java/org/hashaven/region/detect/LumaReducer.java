package org.hashaven.region.detect;

import org.hashaven.image.LumaRows;
import org.hashaven.image.RgbImage;

/**
 * Pixels to luma of a given number of pixels: means of what a new pixel covers, or between pixels where it is made larger.
 *
 * <p>
 * One pass over the picture: each of its rows is made luma once, added to the new row or rows that it belongs to, and what came together is
 * brought to the new width.
 */
public final class LumaReducer {

	private LumaReducer() {
	}

	/**
	 * The luma, scaled to about the given number of pixels, its aspect ratio kept.
	 *
	 * @param areaPixels
	 *            wanted
	 * @param mostEnlarged
	 *            how many times its width and height at most
	 */
	public static Plane reduce(RgbImage image, int areaPixels, double mostEnlarged) {
		double scale = Math.min(mostEnlarged, Math.sqrt(areaPixels / ((double) image.width() * image.height())));
		int width = (int) Math.max(1, Math.round(image.width() * scale));
		int height = (int) Math.max(1, Math.round(image.height() * scale));
		return reduce(image, width, height);
	}

	private static Plane reduce(RgbImage image, int width, int height) {
		ResampleWeights across = ResampleWeights.of(image.width(), width);
		ResampleWeights down = ResampleWeights.of(image.height(), height);
		Plane plane = Plane.of(width, height);
		LumaRows rows = new LumaRows(image);
		float[] sums = new float[image.width()];
		float[][] lumas = new float[2][image.width()]; // neighbours among new rows share two of the old ones at most
		int[] held = {-1, -1};
		for (int y = 0; y < height; y++) {
			for (int n = 0; n < down.count(); n++) {
				int row = down.first(y) + n;
				float[] luma = lumas[row % 2];
				if (held[row % 2] != row) {
					held[row % 2] = row;
					rows.take(row, luma, 0);
				}
				if (n == 0) {
					start(luma, down.weight(y, n), sums);
				} else {
					add(luma, down.weight(y, n), sums);
				}
			}
			across.apply(sums, plane.rows()[y]);
		}
		return plane;
	}

	private static void start(float[] luma, float weight, float[] sums) {
		for (int x = 0; x < sums.length; x++) {
			sums[x] = weight * luma[x];
		}
	}

	private static void add(float[] luma, float weight, float[] sums) {
		for (int x = 0; x < sums.length; x++) {
			sums[x] += weight * luma[x];
		}
	}
}

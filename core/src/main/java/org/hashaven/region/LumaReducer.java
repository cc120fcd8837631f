package org.hashaven.region;

import java.util.Arrays;
import org.hashaven.image.RgbImage;

/** Pixels to luma of a given number of pixels: means of what a new pixel covers, or between pixels where it is made larger. */
final class LumaReducer {

	private LumaReducer() {
	}

	/**
	 * The luma, brought near to so many pixels, its shape kept.
	 *
	 * @param areaPixels
	 *            wanted
	 * @param mostEnlarged
	 *            how many times its width and height at most
	 */
	static Plane reduce(RgbImage image, int areaPixels, double mostEnlarged) {
		double scale = Math.min(mostEnlarged, Math.sqrt(areaPixels / ((double) image.width() * image.height())));
		int width = (int) Math.max(1, Math.round(image.width() * scale));
		int height = (int) Math.max(1, Math.round(image.height() * scale));
		return reduce(image, width, height);
	}

	private static Plane reduce(RgbImage image, int width, int height) {
		Spread across = Spread.of(image.width(), width);
		Spread down = Spread.of(image.height(), height);
		Plane plane = Plane.of(width, height);
		float[] sums = new float[image.width()];
		for (int y = 0; y < height; y++) {
			Arrays.fill(sums, 0);
			for (int n = 0; n < down.count(y); n++) {
				addRow(image, down.first(y) + n, down.weight(y, n), sums);
			}
			for (int x = 0; x < width; x++) {
				float sum = 0;
				int first = across.first(x);
				for (int n = 0; n < across.count(x); n++) {
					sum += across.weight(x, n) * sums[first + n];
				}
				plane.values()[y * width + x] = sum;
			}
		}
		return plane;
	}

	private static void addRow(RgbImage image, int row, float weight, float[] sums) {
		byte[] samples = image.samples();
		if (image.channels() == 1) {
			for (int x = 0, p = row * sums.length; x < sums.length; x++, p++) {
				sums[x] += weight * (samples[p] & 0xff);
			}
			return;
		}
		float red = 0.299f * weight;
		float green = 0.587f * weight;
		float blue = 0.114f * weight;
		for (int x = 0, p = row * sums.length * 3; x < sums.length; x++, p += 3) {
			sums[x] += red * (samples[p] & 0xff) + green * (samples[p + 1] & 0xff) + blue * (samples[p + 2] & 0xff);
		}
	}
}

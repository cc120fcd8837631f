package org.hashaven.view.raster;

/**
 * Luma, one value a pixel, row after row.
 *
 * @param width
 *            in pixels
 * @param height
 *            in pixels
 * @param luma
 *            {@code width * height} values, 0..255
 */
public record Plane(int width, int height, float[] luma) {

	/** A plane of half the sides, rounded up, of the means of four pixels each. */
	Plane halved() {
		int across = (width + 1) / 2;
		int down = (height + 1) / 2;
		float[] half = new float[across * down];
		for (int y = 0; y < down; y++) {
			int upper = 2 * y * width;
			int lower = Math.min(2 * y + 1, height - 1) * width;
			halve(upper, lower, half, y * across);
		}
		return new Plane(across, down, half);
	}

	private void halve(int upper, int lower, float[] half, int to) {
		int whole = width / 2;
		for (int x = 0; x < whole; x++) {
			half[to + x] = 0.25f * (luma[upper + 2 * x] + luma[upper + 2 * x + 1] + luma[lower + 2 * x] + luma[lower + 2 * x + 1]);
		}
		if (width % 2 != 0) {
			half[to + whole] = 0.5f * (luma[upper + width - 1] + luma[lower + width - 1]);
		}
	}
}

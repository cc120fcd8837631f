package org.hashaven.benchmarks.leak;

import org.hashaven.image.RgbImage;

/**
 * Luma of a picture at any size, row after row; a new pixel is the mean of what it covers.
 *
 * @param values
 *            {@code width} × {@code height}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Luma(int width, int height, float[] values) {

	static Luma of(RgbImage image) {
		float[] values = new float[image.width() * image.height()];
		byte[] samples = image.samples();
		for (int i = 0; i < values.length; i++) {
			values[i] = image.channels() == 1
					? samples[i] & 0xff
					: 0.299f * (samples[3 * i] & 0xff) + 0.587f * (samples[3 * i + 1] & 0xff) + 0.114f * (samples[3 * i + 2] & 0xff);
		}
		return new Luma(image.width(), image.height(), values);
	}

	/** The whole picture at another size. */
	Luma resized(int newWidth, int newHeight) {
		return window(0, 0, width, height, newWidth, newHeight);
	}

	/** A part of the picture at another size. */
	Luma window(double left, double upper, double across, double down, int newWidth, int newHeight) {
		float[] rows = new float[newHeight * width];
		for (int y = 0; y < newHeight; y++) {
			double from = upper + y * down / newHeight;
			double to = upper + (y + 1) * down / newHeight;
			for (int row = (int) from; row < Math.min(height, Math.ceil(to)); row++) {
				float share = (float) ((Math.min(to, row + 1) - Math.max(from, row)) / (to - from));
				for (int x = 0; x < width; x++) {
					rows[y * width + x] += share * values[row * width + x];
				}
			}
		}
		float[] result = new float[newHeight * newWidth];
		for (int x = 0; x < newWidth; x++) {
			double from = left + x * across / newWidth;
			double to = left + (x + 1) * across / newWidth;
			for (int column = (int) from; column < Math.min(width, Math.ceil(to)); column++) {
				float share = (float) ((Math.min(to, column + 1) - Math.max(from, column)) / (to - from));
				for (int y = 0; y < newHeight; y++) {
					result[y * newWidth + x] += share * rows[y * width + column];
				}
			}
		}
		return new Luma(newWidth, newHeight, result);
	}

	/** Mirrored left to right. */
	Luma mirrored() {
		float[] mirrored = new float[values.length];
		for (int i = 0; i < mirrored.length; i++) {
			int x = i % width;
			mirrored[i] = values[i - x + width - 1 - x];
		}
		return new Luma(width, height, mirrored);
	}
}

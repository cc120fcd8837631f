package org.hashaven.pdq;

import org.hashaven.image.RgbImage;

/** Brings a picture of more than 512 pixels in either direction to 512 × 512: nearest neighbour, both directions, as the reference does. */
final class NearestSampler {

	private NearestSampler() {
	}

	/**
	 * The picture itself when it is small enough, else 512 × 512 of its pixels: sample {@code n} of {@code length} is
	 * {@code n * length / 512}.
	 */
	static RgbImage sample(RgbImage image) {
		int side = PdqHasher.MAX_SIDE;
		if (image.width() <= side && image.height() <= side) {
			return image;
		}
		int channels = image.channels();
		int[] offsets = new int[side];
		for (int column = 0; column < side; column++) {
			offsets[column] = picked(column, image.width()) * channels;
		}
		byte[] samples = new byte[side * side * channels];
		for (int row = 0; row < side; row++) {
			int from = picked(row, image.height()) * image.width() * channels;
			int to = row * side * channels;
			if (channels == 1) {
				sampleGrey(image.samples(), from, offsets, samples, to);
			} else {
				sampleRgb(image.samples(), from, offsets, samples, to);
			}
		}
		return channels == 1 ? RgbImage.ofGrey(side, side, samples) : RgbImage.ofRgb(side, side, samples);
	}

	private static void sampleGrey(byte[] in, int from, int[] offsets, byte[] out, int to) {
		for (int column = 0; column < offsets.length; column++) {
			out[to + column] = in[from + offsets[column]];
		}
	}

	private static void sampleRgb(byte[] in, int from, int[] offsets, byte[] out, int to) {
		for (int column = 0; column < offsets.length; column++) {
			int pixel = from + offsets[column];
			out[to + 3 * column] = in[pixel];
			out[to + 3 * column + 1] = in[pixel + 1];
			out[to + 3 * column + 2] = in[pixel + 2];
		}
	}

	private static int picked(int sample, int length) {
		return (int) ((long) sample * length / PdqHasher.MAX_SIDE);
	}
}

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
		byte[] from = image.samples();
		byte[] to = new byte[side * side * channels];
		int at = 0;
		for (int row = 0; row < side; row++) {
			int start = picked(row, image.height()) * image.width();
			for (int column = 0; column < side; column++) {
				int pixel = (start + picked(column, image.width())) * channels;
				for (int channel = 0; channel < channels; channel++) {
					to[at++] = from[pixel + channel];
				}
			}
		}
		return channels == 1 ? RgbImage.ofGrey(side, side, to) : RgbImage.ofRgb(side, side, to);
	}

	private static int picked(int sample, int length) {
		return (int) ((long) sample * length / PdqHasher.MAX_SIDE);
	}
}

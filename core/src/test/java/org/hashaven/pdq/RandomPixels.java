package org.hashaven.pdq;

import java.util.Arrays;
import java.util.Random;

/** Pixels of many characters: noise, flat, gradients, stripes, waves, a few dots. */
final class RandomPixels {

	private RandomPixels() {
	}

	static byte[] of(Random random, int width, int height, int channels) {
		byte[] samples = new byte[width * height * channels];
		int base = random.nextInt(256);
		int slopeX = random.nextInt(512) - 256;
		int slopeY = random.nextInt(512) - 256;
		int period = 1 + random.nextInt(20);
		int kind = random.nextInt(7);
		if (kind == 0) {
			random.nextBytes(samples);
			return samples;
		}
		if (kind == 1) {
			Arrays.fill(samples, (byte) base);
			return samples;
		}
		double phase = random.nextDouble();
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				for (int c = 0; c < channels; c++) {
					int value = switch (kind) {
						case 2 -> base + x * slopeX / width + y * slopeY / height;
						case 3 -> (x / period + y / period) % 2 == 0 ? base : slopeX;
						case 4 -> (int) (128 + 120 * Math.sin(x * phase + c) * Math.cos(y * phase / 3 + c));
						case 5 -> random.nextInt(50) == 0 ? 255 : 0;
						default -> (int) (128 + 60 * Math.sin(x / 17.0 + phase * y + c) + random.nextGaussian() * 25);
					};
					samples[(y * width + x) * channels + c] = (byte) value;
				}
			}
		}
		return samples;
	}
}

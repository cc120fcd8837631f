package org.hashaven.samples.pictures;

import java.util.Arrays;

/** Pictures that no camera takes, for the corners of an algorithm. */
final class Planes {

	private Planes() {
	}

	/** The seed's lowest byte everywhere. */
	static Picture flat(long seed, int width, int height) {
		byte[] samples = samples(width, height);
		Arrays.fill(samples, (byte) seed);
		return Picture.ofRgb(width, height, samples);
	}

	/** From one colour to another along a direction, both from the seed. */
	static Picture gradient(long seed, int width, int height) {
		Dice dice = new Dice(seed);
		int[] first = {dice.between(0, 255), dice.between(0, 255), dice.between(0, 255)};
		int[] last = {dice.between(0, 255), dice.between(0, 255), dice.between(0, 255)};
		long right = dice.between(0, 16);
		long down = 16 - right;
		long way = Math.max(1, right * (width - 1) + down * (height - 1));
		byte[] samples = samples(width, height);
		int i = 0;
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				for (int channel = 0; channel < 3; channel++) {
					samples[i++] = (byte) (first[channel] + (last[channel] - first[channel]) * (right * x + down * y) / way);
				}
			}
		}
		return Picture.ofRgb(width, height, samples);
	}

	static Picture noise(long seed, int width, int height) {
		Dice dice = new Dice(seed);
		byte[] samples = samples(width, height);
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (byte) (dice.next() >>> 56);
		}
		return Picture.ofRgb(width, height, samples);
	}

	/** Squares of one to 64 pixels, black and white or two greys. */
	static Picture checkerboard(long seed, int width, int height) {
		Dice dice = new Dice(seed);
		int side = 1 << dice.between(0, 6);
		byte dark = (byte) (dice.chance(0.5) ? 0 : dice.between(0, 120));
		byte bright = (byte) (dice.chance(0.5) ? 255 : dice.between(130, 255));
		byte[] samples = samples(width, height);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				fill(samples, y * width + x, (x / side + y / side) % 2 == 0 ? dark : bright);
			}
		}
		return Picture.ofRgb(width, height, samples);
	}

	/** White lines one pixel wide on black, every second to ninth pixel; level, upright or slanted. */
	static Picture stripes(long seed, int width, int height) {
		Dice dice = new Dice(seed);
		int period = dice.between(2, 9);
		int right = dice.between(0, 2);
		int down = right == 0 ? 1 : dice.between(0, 2);
		byte[] samples = samples(width, height);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				fill(samples, y * width + x, (right * x + down * y) % period == 0 ? (byte) 255 : 0);
			}
		}
		return Picture.ofRgb(width, height, samples);
	}

	/** One to eight pixels in any colour on black. */
	static Picture impulses(long seed, int width, int height) {
		Dice dice = new Dice(seed);
		byte[] samples = samples(width, height);
		for (int i = dice.between(1, 8); i > 0; i--) {
			int pixel = dice.between(0, width * height - 1);
			for (int channel = 0; channel < 3; channel++) {
				samples[3 * pixel + channel] = (byte) dice.between(100, 255);
			}
		}
		return Picture.ofRgb(width, height, samples);
	}

	/** A photograph that leaves a fifth to three fifths of the picture to black bars. */
	static Picture letterboxed(long seed, int width, int height) {
		Dice dice = new Dice(seed);
		boolean level = dice.chance(0.5);
		int bars = (int) ((level ? height : width) * dice.between(0.2, 0.6));
		int innerWidth = level ? width : Math.max(1, width - bars);
		int innerHeight = level ? Math.max(1, height - bars) : height;
		Picture photo = PictureGenerator.photo(dice.next(), innerWidth, innerHeight);
		int left = (width - innerWidth) / 2;
		int top = (height - innerHeight) / 2;
		byte[] samples = samples(width, height);
		for (int y = 0; y < innerHeight; y++) {
			System.arraycopy(photo.samples(), 3 * y * innerWidth, samples, 3 * ((top + y) * width + left), 3 * innerWidth);
		}
		return Picture.ofRgb(width, height, samples);
	}

	private static byte[] samples(int width, int height) {
		return new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
	}

	private static void fill(byte[] samples, int pixel, byte value) {
		Arrays.fill(samples, 3 * pixel, 3 * pixel + 3, value);
	}
}

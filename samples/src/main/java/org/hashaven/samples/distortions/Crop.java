package org.hashaven.samples.distortions;

import java.util.Locale;
import org.hashaven.samples.pictures.Picture;

/**
 * Cut off at its sides.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param left
 *            percent of the width
 * @param top
 *            percent of the height
 * @param right
 *            percent of the width
 * @param bottom
 *            percent of the height
 */
record Crop(String name, double left, double top, double right, double bottom) implements Distortion {

	/** A side of a picture. */
	enum Side {
		LEFT, TOP, RIGHT, BOTTOM
	}

	/** This many percent off the width and off the height, half of it at each side. */
	static Crop allSides(int percent) {
		double half = percent / 2.0;
		return new Crop("crop-" + percent, half, half, half, half);
	}

	/** This many percent off one side. */
	static Crop oneSide(Side side, double percent) {
		String name = "crop-" + side.name().toLowerCase(Locale.ROOT) + "-" + RandomDraws.word(percent);
		return new Crop(name, side == Side.LEFT ? percent : 0, side == Side.TOP ? percent : 0, side == Side.RIGHT ? percent : 0,
				side == Side.BOTTOM ? percent : 0);
	}

	/** Crops the given percentage off each side. */
	static Crop sides(double left, double top, double right, double bottom) {
		String name = "crop-of-%s-%s-%s-%s".formatted(RandomDraws.word(left), RandomDraws.word(top), RandomDraws.word(right),
				RandomDraws.word(bottom));
		return new Crop(name, left, top, right, bottom);
	}

	/** So many percent in all off the width and off the height, at any place. */
	static Crop drawn(RandomDraws chance, double acrossPercent, double downPercent) {
		double left = chance.within(0, acrossPercent);
		double top = chance.within(0, downPercent);
		return sides(left, top, acrossPercent - left, downPercent - top);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		int x = part(picture.width(), left);
		int y = part(picture.height(), top);
		int width = Math.max(1, picture.width() - x - part(picture.width(), right));
		int height = Math.max(1, picture.height() - y - part(picture.height(), bottom));
		return cut(picture, x, y, width, height);
	}

	private static int part(int side, double percent) {
		return (int) Math.min(side - 1, Math.round(side * percent / 100.0));
	}

	/** A window of a picture. */
	static Picture cut(Picture picture, int left, int top, int width, int height) {
		int channels = picture.channels();
		byte[] samples = new byte[width * height * channels];
		for (int row = 0; row < height; row++) {
			int from = ((top + row) * picture.width() + left) * channels;
			System.arraycopy(picture.samples(), from, samples, row * width * channels, width * channels);
		}
		return channels == 1 ? Picture.ofGrey(width, height, samples) : Picture.ofRgb(width, height, samples);
	}
}

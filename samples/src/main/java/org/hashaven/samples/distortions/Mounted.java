package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * Put onto a larger sheet: borders of any width and colour, as stickers of apps, instant cameras and layouts make them.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param left
 *            added there, in percent of the width
 * @param top
 *            added there, in percent of the height
 * @param right
 *            added there, in percent of the width
 * @param bottom
 *            added there, in percent of the height
 * @param upper
 *            the sheet's colour at its top
 * @param lower
 *            its colour at its bottom
 * @param roundPercent
 *            radius of the picture's corners, of its shorter side
 */
record Mounted(String name, double left, double top, double right, double bottom, int upper, int lower,
		double roundPercent) implements Distortion {

	static Mounted even(String name, double percent, int upper, int lower, double roundPercent) {
		return new Mounted(name, percent, percent, percent, percent, upper, lower, roundPercent);
	}

	/** White, and more of it below. */
	static Mounted polaroid() {
		return new Mounted("polaroid", 6, 6, 6, 24, 0xf7f5f0, 0xf1eee6, 0);
	}

	/** Any widths; half of the time the same on opposite sides. */
	static Mounted drawn(RandomDraws chance) {
		int upper = chance.oneOf(0, 0xffffff, chance.colour());
		int lower = chance.between(0, 2) == 0 ? chance.colour() : upper;
		double left = width(chance);
		double top = width(chance);
		boolean same = chance.coin();
		double right = same ? left : width(chance);
		double bottom = same ? top : width(chance);
		if (left + top + right + bottom == 0) {
			bottom = chance.within(1, 30);
		}
		double round = chance.between(0, 3) == 0 ? chance.within(1, 12) : 0;
		String name = "border-drawn-%s-%s-%s-%s".formatted(RandomDraws.word(left), RandomDraws.word(top), RandomDraws.word(right),
				RandomDraws.word(bottom));
		return new Mounted(name, left, top, right, bottom, upper, lower, round);
	}

	/** 1 to 30 percent; one side in four has none. */
	private static double width(RandomDraws chance) {
		return chance.between(0, 3) == 0 ? 0 : chance.within(1, 30);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		int atLeft = part(picture.width(), left);
		int atTop = part(picture.height(), top);
		int width = atLeft + picture.width() + part(picture.width(), right);
		int height = atTop + picture.height() + part(picture.height(), bottom);
		int radius = part(Math.min(picture.width(), picture.height()), roundPercent);
		return Sheet.painted(width, height, upper, sheet -> {
			if (lower != upper) {
				sheet.gradient(upper, lower);
			}
			sheet.roundPicture(picture, atLeft, atTop, radius);
		});
	}

	private static int part(int side, double percent) {
		return (int) Math.round(side * percent / 100);
	}
}

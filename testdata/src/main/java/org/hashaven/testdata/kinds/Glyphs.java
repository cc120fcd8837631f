package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;

/** The signs that interfaces and documents are made of. */
final class Glyphs {

	private static final int[] SKINS = {0xf1d9c4, 0xd9ad84, 0x9c6b48, 0x6d4630};
	private static final int[] GROUNDS = {0xc8a27c, 0x6d8fb3, 0xb36d8f, 0x7cb38f, 0xd9b44a, 0x8f86c9, 0x55606e};

	private Glyphs() {
	}

	/** The height at which a text is no wider than this, at most the given one. */
	static double fittingHeight(String text, double maxHeight, double maxWidth) {
		return Math.min(maxHeight, maxHeight * maxWidth / Sheet.textWidth(text, maxHeight));
	}

	/** Text with its middle at x. */
	static void centered(Sheet sheet, String text, double x, double baseline, double height, int rgb) {
		sheet.text(text, x - Sheet.textWidth(text, height) / 2, baseline, height, rgb);
	}

	/** Thick text with its middle at x. */
	static void boldCentered(Sheet sheet, String text, double x, double baseline, double height, int rgb) {
		sheet.boldText(text, x - Sheet.textWidth(text, height) / 2, baseline, height, rgb);
	}

	/** Text that ends at x. */
	static void rightAligned(Sheet sheet, String text, double x, double baseline, double height, int rgb) {
		sheet.text(text, x - Sheet.textWidth(text, height), baseline, height, rgb);
	}

	/** The outline of a box. */
	static void outline(Sheet sheet, double left, double top, double width, double height, double thickness, int rgb) {
		sheet.line(left, top, left + width, top, thickness, rgb);
		sheet.line(left, top + height, left + width, top + height, thickness, rgb);
		sheet.line(left, top, left, top + height, thickness, rgb);
		sheet.line(left + width, top, left + width, top + height, thickness, rgb);
	}

	/** A round profile picture: head and shoulders before a colour. */
	static void avatar(Sheet sheet, RandomDraws chance, double x, double y, double radius) {
		sheet.disc(x, y, radius, ground(chance));
		sheet.disc(x, y + radius * 0.62, radius * 0.36, ground(chance));
		sheet.disc(x, y - radius * 0.12, radius * 0.4, skin(chance));
		sheet.arc(x, y - radius * 0.15, radius * 0.4, radius * 0.42, 180, 360, radius * 0.2, chance.oneOf(0x201810, 0x5a3a20, 0xb08040));
	}

	private static int skin(RandomDraws chance) {
		return SKINS[chance.between(0, SKINS.length - 1)];
	}

	private static int ground(RandomDraws chance) {
		return GROUNDS[chance.between(0, GROUNDS.length - 1)];
	}

	static void heart(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.disc(x - radius / 2, y - radius / 3, radius * 0.58, rgb);
		sheet.disc(x + radius / 2, y - radius / 3, radius * 0.58, rgb);
		sheet.shape(rgb, x - radius * 1.02, y - radius * 0.05, x + radius * 1.02, y - radius * 0.05, x, y + radius);
	}

	static void speech(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.ring(x, y, radius * 0.9, radius * 0.2, rgb);
		sheet.shape(rgb, x + radius * 0.3, y + radius * 0.8, x + radius * 0.85, y + radius * 0.3, x + radius, y + radius);
	}

	static void paperPlane(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.shape(rgb, x - radius, y - radius * 0.8, x + radius, y - radius * 0.8, x - radius * 0.1, y);
		sheet.shape(rgb, x + radius, y - radius * 0.7, x, y + radius, x - radius * 0.1, y + radius * 0.1);
	}

	static void bookmark(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.line(x - radius * 0.7, y - radius, x + radius * 0.7, y - radius, radius * 0.2, rgb);
		sheet.line(x - radius * 0.7, y - radius, x - radius * 0.7, y + radius, radius * 0.2, rgb);
		sheet.line(x + radius * 0.7, y - radius, x + radius * 0.7, y + radius, radius * 0.2, rgb);
		sheet.line(x - radius * 0.7, y + radius, x, y + radius * 0.3, radius * 0.2, rgb);
		sheet.line(x + radius * 0.7, y + radius, x, y + radius * 0.3, radius * 0.2, rgb);
	}

	static void magnifier(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.ring(x - radius * 0.2, y - radius * 0.2, radius * 0.65, radius * 0.2, rgb);
		sheet.line(x + radius * 0.3, y + radius * 0.3, x + radius, y + radius, radius * 0.25, rgb);
	}

	static void house(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.shape(rgb, x - radius, y, x, y - radius, x + radius, y);
		sheet.box((int) (x - radius * 0.7), (int) y, (int) (radius * 1.4), (int) (radius * 0.9), rgb);
	}

	static void plus(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.line(x - radius, y, x + radius, y, radius * 0.25, rgb);
		sheet.line(x, y - radius, x, y + radius, radius * 0.25, rgb);
	}

	static void backArrow(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.line(x + radius * 0.4, y - radius, x - radius * 0.6, y, radius * 0.3, rgb);
		sheet.line(x - radius * 0.6, y, x + radius * 0.4, y + radius, radius * 0.3, rgb);
	}

	static void triangle(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.shape(rgb, x - radius * 0.7, y - radius, x + radius, y, x - radius * 0.7, y + radius);
	}

	static void gear(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.ring(x, y, radius * 0.6, radius * 0.3, rgb);
		for (int i = 0; i < 8; i++) {
			double angle = i * Math.PI / 4;
			sheet.line(x + radius * 0.7 * Math.cos(angle), y + radius * 0.7 * Math.sin(angle), x + radius * Math.cos(angle),
					y + radius * Math.sin(angle), radius * 0.25, rgb);
		}
	}

	static void phone(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.arc(x + radius * 0.5, y - radius * 0.5, radius * 1.1, radius * 1.1, 90, 180, radius * 0.35, rgb);
		sheet.disc(x - radius * 0.6, y - radius * 0.5, radius * 0.3, rgb);
		sheet.disc(x + radius * 0.5, y + radius * 0.6, radius * 0.3, rgb);
	}

	static void camera(Sheet sheet, double x, double y, double radius, int rgb) {
		sheet.roundBox((int) (x - radius), (int) (y - radius * 0.6), (int) (radius * 1.3), (int) (radius * 1.2), (int) (radius * 0.2), rgb);
		sheet.shape(rgb, x + radius * 0.4, y, x + radius, y - radius * 0.5, x + radius, y + radius * 0.5);
	}

	/** Dots in a row to the right, or in a column downwards. */
	static void dots(Sheet sheet, double x, double y, double radius, boolean across, int rgb) {
		for (int dot = -1; dot <= 1; dot++) {
			sheet.disc(x + (across ? dot * radius * 0.8 : 0), y + (across ? 0 : dot * radius * 0.8), radius * 0.2, rgb);
		}
	}

	/** Handwriting: a line of joined strokes, about as many as letters. */
	static void handwriting(Sheet sheet, RandomDraws chance, int letters, double x, double baseline, double height, int rgb) {
		double lastX = x;
		double lastY = baseline - height * 0.3;
		int left = chance.between(3, 7);
		for (int i = 0; i < letters; i++) {
			if (left-- == 0) {
				left = chance.between(3, 7);
				lastX += height * 0.7;
				continue;
			}
			int strokes = chance.between(2, 3);
			for (int stroke = 0; stroke < strokes; stroke++) {
				boolean tall = chance.between(0, 5) == 0;
				double nextX = lastX + height * chance.within(0.1, 0.28);
				double nextY = baseline - height * (stroke % 2 == 0 ? (tall ? 1.1 : 0.6) : chance.within(-0.1, 0.12));
				sheet.line(lastX, lastY, nextX, nextY, height * 0.09, rgb);
				lastX = nextX;
				lastY = nextY;
			}
		}
	}
}

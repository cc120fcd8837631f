package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * Stickers of several kinds: faces, hearts, stars, bubbles; as over the faces of those shown, or anywhere.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param count
 *            how many
 * @param percent
 *            of the picture's area, each
 * @param overFaces
 *            whether they lie where faces mostly are: in the upper middle
 */
record Emoji(String name, int count, double percent, boolean overFaces) implements Distortion {

	private static final int DARK = 0x402a10;

	static Emoji overFaces(int count, double percent) {
		return new Emoji("emoji-" + count + "x" + RandomDraws.word(percent), count, percent, true);
	}

	static Emoji anywhere(int count, double percent) {
		return new Emoji("stickers-" + count + "x" + RandomDraws.word(percent), count, percent, false);
	}

	/** One to five, which cover 2 to 12 percent in all. */
	static Emoji drawn(RandomDraws chance) {
		int count = chance.between(1, 5);
		double each = chance.within(2, 12) / count;
		return new Emoji("stickers-drawn-" + count + "x" + RandomDraws.word(each), count, each, chance.coin());
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		double radius = Math.sqrt(picture.width() * (double) picture.height() * percent / 100 / Math.PI);
		return Sheet.over(picture, sheet -> {
			for (int i = 0; i < count; i++) {
				double x = place(chance, sheet.width(), radius, overFaces ? 0.25 : 0, overFaces ? 0.75 : 1);
				double y = place(chance, sheet.height(), radius, overFaces ? 0.1 : 0, overFaces ? 0.5 : 1);
				one(sheet, chance, x, y, radius);
			}
		});
	}

	private static double place(RandomDraws chance, int side, double radius, double from, double to) {
		double low = Math.max(radius, side * from);
		double high = Math.min(side - radius, side * to);
		return high > low ? chance.within(low, high) : side / 2.0;
	}

	private void one(Sheet sheet, RandomDraws chance, double x, double y, double radius) {
		switch (overFaces ? 0 : chance.between(0, 3)) {
			case 0 -> face(sheet, chance, x, y, radius);
			case 1 -> heart(sheet, x, y, radius);
			case 2 -> star(sheet, x, y, radius, chance.oneOf(0xffd83d, 0xffffff, 0x58b0f0));
			default -> bubble(sheet, x, y, radius, chance);
		}
	}

	private static void face(Sheet sheet, RandomDraws chance, double x, double y, double radius) {
		sheet.disc(x, y, radius, 0xe9a91c);
		sheet.disc(x, y - radius * 0.04, radius * 0.95, chance.oneOf(0xffd33c, 0xffcf2f, 0xf2564b, 0xb58be8));
		int eyes = chance.between(0, 2);
		for (double side = -0.36; side <= 0.4; side += 0.72) {
			double eyeX = x + side * radius;
			double eyeY = y - radius * 0.2;
			if (eyes == 0) {
				sheet.oval(eyeX, eyeY, radius * 0.12, radius * 0.2, DARK);
			} else if (eyes == 1) {
				heart(sheet, eyeX, eyeY, radius * 0.26);
			} else {
				sheet.arc(eyeX, eyeY, radius * 0.2, radius * 0.18, 180, 360, radius * 0.09, DARK);
				sheet.oval(eyeX + side * radius * 0.4, eyeY + radius * 0.35, radius * 0.12, radius * 0.22, 0x58b0f0);
			}
		}
		sheet.oval(x, y + radius * 0.4, radius * 0.42, radius * 0.24, DARK);
		sheet.oval(x, y + radius * 0.3, radius * 0.36, radius * 0.08, 0xffffff);
	}

	private static void heart(Sheet sheet, double x, double y, double radius) {
		double lobe = radius * 0.52;
		sheet.disc(x - lobe * 0.9, y - lobe * 0.5, lobe, 0xe8304f);
		sheet.disc(x + lobe * 0.9, y - lobe * 0.5, lobe, 0xe8304f);
		sheet.shape(0xe8304f, x - radius * 0.93, y - lobe * 0.2, x, y - lobe, x + radius * 0.93, y - lobe * 0.2, x, y + radius * 0.95);
	}

	private static void star(Sheet sheet, double x, double y, double radius, int colour) {
		for (int i = 0; i < 5; i++) {
			double tip = -Math.PI / 2 + i * 2 * Math.PI / 5;
			sheet.shape(colour, x + 1.2 * radius * Math.cos(tip), y + 1.2 * radius * Math.sin(tip), x + 0.5 * radius * Math.cos(tip + 0.63),
					y + 0.5 * radius * Math.sin(tip + 0.63), x, y, x + 0.5 * radius * Math.cos(tip - 0.63),
					y + 0.5 * radius * Math.sin(tip - 0.63));
		}
	}

	private static void bubble(Sheet sheet, double x, double y, double radius, RandomDraws chance) {
		String text = chance.oneOf("LOL", "OMG", "WOW", "NO!", "18+");
		sheet.oval(x, y, radius * 1.25, radius * 0.75, 0xffffff);
		sheet.shape(0xffffff, x - radius * 0.5, y + radius * 0.4, x, y + radius * 0.5, x - radius * 0.7, y + radius);
		double letters = radius * 0.5;
		sheet.boldText(text, x - Sheet.textWidth(text, letters) / 2, y + letters / 2, letters, 0x202020);
	}
}

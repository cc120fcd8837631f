package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * Capital letters over the top and the bottom of the picture.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param heightPercent
 *            of the letters, of the picture's height; smaller where a line would be too wide
 */
record Meme(String name, double heightPercent) implements Distortion {

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		return Sheet.over(picture, sheet -> {
			line(sheet, Phrases.shout(chance), true);
			line(sheet, Phrases.shout(chance), false);
		});
	}

	private void line(Sheet sheet, String text, boolean above) {
		double wished = sheet.height() * heightPercent / 100;
		double height = Math.max(1, Math.min(wished, wished * 0.92 * sheet.width() / Sheet.textWidth(text, wished)));
		double baseline = above ? sheet.height() * 0.04 + height : sheet.height() * 0.95;
		sheet.shout(text, sheet.width() / 2.0, baseline, height);
	}
}

package org.hashaven.samples.distortions;

import java.util.Random;
import org.hashaven.samples.pictures.Picture;

/**
 * A bar with two lines of text above or below the picture, as on memes.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param percent
 *            its height, of the picture's
 * @param below
 *            whether it is below
 * @param dark
 *            whether it is black with white letters
 */
record CaptionBar(String name, int percent, boolean below, boolean dark) implements Distortion {

	private static final String[] LINES = {"when you see it", "nobody:", "me on monday", "this is fine", "wait for it..."};

	/** White, above. */
	static CaptionBar above(int percent) {
		return new CaptionBar("caption-bar-" + percent, percent, false, false);
	}

	/** Black, below. */
	static CaptionBar below(int percent) {
		return new CaptionBar("caption-bar-below-" + percent, percent, true, true);
	}

	static CaptionBar drawn(RandomDraws chance) {
		int percent = chance.between(6, 36);
		return new CaptionBar("caption-bar-drawn-" + percent, percent, chance.coin(), chance.coin());
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Random random = new Random(seed);
		Picture framed = new Framed(name, 0, below ? 0 : percent, 0, below ? percent : 0, dark ? 0 : 0xffffff).apply(picture, seed);
		int bar = framed.height() - picture.height();
		int height = Math.max(1, bar / 4);
		int left = picture.width() / 20;
		int top = below ? picture.height() : 0;
		int ink = dark ? 0xffffff : 0;
		String first = LINES[random.nextInt(LINES.length)];
		String second = LINES[random.nextInt(LINES.length)];
		return Mats.on(framed, mat -> {
			Lettering.write(mat, first, left, top + bar * 9 / 20, height, ink, Math.max(1, height / 8));
			Lettering.write(mat, second, left, top + bar * 17 / 20, height, ink, Math.max(1, height / 8));
		});
	}
}

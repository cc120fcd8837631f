package org.hashaven.testdata.distortions;

import java.util.Random;
import org.hashaven.testdata.pictures.Picture;

/**
 * A white bar with two lines of text above the picture, as on memes.
 *
 * @param percent
 *            its height, of the picture's
 */
record CaptionBar(int percent) implements Distortion {

	private static final String[] LINES = {"when you see it", "nobody:", "me on monday", "this is fine", "wait for it..."};

	@Override
	public String name() {
		return "caption-bar-" + percent;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Random random = new Random(seed);
		Picture framed = new Framed(name(), 0, percent, 0, 0, 0xffffff).apply(picture, seed);
		int bar = framed.height() - picture.height();
		int height = Math.max(1, bar / 4);
		String first = LINES[random.nextInt(LINES.length)];
		String second = LINES[random.nextInt(LINES.length)];
		return Mats.on(framed, mat -> {
			Lettering.write(mat, first, picture.width() / 20, bar * 9 / 20, height, 0, Math.max(1, height / 8));
			Lettering.write(mat, second, picture.width() / 20, bar * 17 / 20, height, 0, Math.max(1, height / 8));
		});
	}
}

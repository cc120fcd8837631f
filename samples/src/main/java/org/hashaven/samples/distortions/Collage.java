package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/**
 * Beside or below another picture of the same size, which comes from the seed.
 *
 * @param upright
 *            whether the two stand one above the other
 */
record Collage(boolean upright) implements Distortion {

	@Override
	public String name() {
		return upright ? "collage-upright" : "collage";
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		int width = picture.width();
		int height = picture.height();
		Picture sheet = Framed.sheet(upright ? width : 2 * width, upright ? 2 * height : height, 0);
		Picture other = PictureGenerator.photo(seed, width, height);
		boolean first = (seed & 1) == 0;
		int right = upright ? 0 : width;
		int down = upright ? height : 0;
		Picture half = Framed.onto(sheet, first ? picture : other, 0, 0);
		return Framed.onto(half, first ? other : picture, right, down);
	}
}

package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * Cut to a window of the picture's shape, anywhere in it.
 *
 * @param percent
 *            taken from the width and from the height
 */
record CropAnywhere(int percent) implements Distortion {

	@Override
	public String name() {
		return "crop-anywhere-" + percent;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		return Crop.drawn(new RandomDraws(seed), percent, percent).apply(picture, seed);
	}
}

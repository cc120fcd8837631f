package org.hashaven.benchmarks;

import org.hashaven.image.RgbImage;
import org.hashaven.samples.pictures.Picture;

/** The same pixels as core and as testdata hold them, which do not know each other. */
public final class Pixels {

	private Pixels() {
	}

	/** A decoded picture, to be distorted. */
	public static Picture picture(RgbImage image) {
		return image.channels() == 1
				? Picture.ofGrey(image.width(), image.height(), image.samples())
				: Picture.ofRgb(image.width(), image.height(), image.samples());
	}

	/** A drawn or distorted picture, to be hashed. */
	public static RgbImage image(Picture picture) {
		return picture.channels() == 1
				? RgbImage.ofGrey(picture.width(), picture.height(), picture.samples())
				: RgbImage.ofRgb(picture.width(), picture.height(), picture.samples());
	}
}

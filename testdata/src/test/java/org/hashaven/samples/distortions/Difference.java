package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/** How far two pictures of one size are apart, and other measures the tests of distortions need. */
final class Difference {

	private Difference() {
	}

	/** Mean difference of the samples, 0..255. */
	static double mean(Picture first, Picture second) {
		byte[] a = first.toRgb().samples();
		byte[] b = second.toRgb().samples();
		if (first.width() != second.width() || a.length != b.length) {
			throw new IllegalArgumentException(first + " and " + second + " cannot be compared");
		}
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += Math.abs(Byte.toUnsignedInt(a[i]) - Byte.toUnsignedInt(b[i]));
		}
		return sum / a.length;
	}

	/** Mean of the samples, 0..255. */
	static double brightness(Picture picture) {
		return mean(picture, Picture.ofRgb(picture.width(), picture.height(), new byte[picture.width() * picture.height() * 3]));
	}

	/** Mean step from a grey value to the next on its right: how much fine detail there is. */
	static double detail(Picture picture) {
		Picture grey = picture.toGrey();
		double sum = 0;
		for (int y = 0; y < grey.height(); y++) {
			for (int x = 1; x < grey.width(); x++) {
				sum += Math.abs(grey.sample(x, y, 0) - grey.sample(x - 1, y, 0));
			}
		}
		return sum / ((grey.width() - 1) * grey.height());
	}

	/** Mean step between a pixel's red and blue: how much colour there is. */
	static double colour(Picture picture) {
		double sum = 0;
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				sum += Math.abs(picture.sample(x, y, 0) - picture.sample(x, y, 2));
			}
		}
		return sum / (picture.width() * picture.height());
	}

	/** Percent of the pixels that are not the same. */
	static double percentChanged(Picture first, Picture second) {
		int changed = 0;
		for (int y = 0; y < first.height(); y++) {
			for (int x = 0; x < first.width(); x++) {
				boolean same = true;
				for (int channel = 0; channel < 3; channel++) {
					same &= first.sample(x, y, channel) == second.sample(x, y, channel);
				}
				changed += same ? 0 : 1;
			}
		}
		return 100.0 * changed / (first.width() * first.height());
	}
}

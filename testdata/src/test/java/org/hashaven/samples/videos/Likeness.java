package org.hashaven.samples.videos;

import org.hashaven.samples.pictures.Picture;

/** How far two pictures are apart, whatever their sizes: the mean difference of 16 x 12 grey fields, 0..255. */
final class Likeness {

	private static final int ACROSS = 16;
	private static final int DOWN = 12;

	private Likeness() {
	}

	static double distance(Picture one, Picture other) {
		double[] first = fields(one);
		double[] second = fields(other);
		double sum = 0;
		for (int i = 0; i < first.length; i++) {
			sum += Math.abs(first[i] - second[i]);
		}
		return sum / first.length;
	}

	private static double[] fields(Picture picture) {
		Picture grey = picture.toGrey();
		double[] sums = new double[ACROSS * DOWN];
		int[] counts = new int[sums.length];
		for (int y = 0; y < grey.height(); y++) {
			for (int x = 0; x < grey.width(); x++) {
				int field = y * DOWN / grey.height() * ACROSS + x * ACROSS / grey.width();
				sums[field] += grey.sample(x, y, 0);
				counts[field]++;
			}
		}
		for (int i = 0; i < sums.length; i++) {
			sums[i] /= counts[i];
		}
		return sums;
	}
}

package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.pictures.Picture;

/** What a scanner or camera adds to a sheet of paper: uneven light and noise, different each time. */
final class Scan {

	/** Light lost in the darkest corner, as part of the light at the brightest. */
	private static final double MAX_FALLOFF = 0.16;
	private static final double MAX_NOISE = 5;

	private Scan() {
	}

	static Picture of(Picture picture, RandomDraws chance) {
		double right = chance.either(0.2, 1);
		double down = chance.either(0.2, 1);
		double falloff = chance.within(0.3, 1) * MAX_FALLOFF;
		double noise = chance.within(0.4, 1) * MAX_NOISE;
		double norm = Math.abs(right) + Math.abs(down);
		byte[] samples = picture.samples().clone();
		int at = 0;
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				double along = (right * (2.0 * x / picture.width() - 1) + down * (2.0 * y / picture.height() - 1)) / norm;
				double light = 1 - falloff * (along + 1) / 2;
				double grain = noise * (chance.within(-1, 1) + chance.within(-1, 1));
				for (int channel = 0; channel < picture.channels(); channel++, at++) {
					samples[at] = (byte) Math.clamp(Math.round(Byte.toUnsignedInt(samples[at]) * light + grain), 0, 255);
				}
			}
		}
		return picture.channels() == 1
				? Picture.ofGrey(picture.width(), picture.height(), samples)
				: Picture.ofRgb(picture.width(), picture.height(), samples);
	}
}

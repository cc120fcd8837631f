package org.hashaven.samples.distortions;

import java.util.Random;
import org.hashaven.samples.pictures.Picture;

/**
 * A sensor's noise: each sample moved by chance.
 *
 * @param sigma
 *            standard deviation, of 255
 */
record Noise(int sigma) implements Distortion {

	@Override
	public String name() {
		return "noise-" + sigma;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Random random = new Random(seed);
		byte[] samples = picture.samples().clone();
		for (int i = 0; i < samples.length; i++) {
			// Four even chances add up to nearly a bell; their sum has a standard deviation of sqrt(4 / 12).
			double bell = random.nextFloat() + random.nextFloat() + random.nextFloat() + random.nextFloat() - 2;
			long moved = Math.round(Byte.toUnsignedInt(samples[i]) + sigma * bell * Math.sqrt(3));
			samples[i] = (byte) Math.clamp(moved, 0, 255);
		}
		return picture.channels() == 1
				? Picture.ofGrey(picture.width(), picture.height(), samples)
				: Picture.ofRgb(picture.width(), picture.height(), samples);
	}
}

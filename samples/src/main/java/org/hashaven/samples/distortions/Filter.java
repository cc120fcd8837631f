package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * A filter as photo apps have them: colours, curve, tint, fading, dark corners and grain together.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param saturation
 *            of the colours, 0 grey, 1 as they were
 * @param contrast
 *            1 as it was; above it an S-shaped curve
 * @param lift
 *            how light black becomes, 0..1: faded prints
 * @param tint
 *            what white becomes
 * @param vignette
 *            how dark the corners become, 0..1
 * @param grain
 *            standard deviation of 255
 */
record Filter(String name, double saturation, double contrast, double lift, int tint, double vignette, int grain) implements Distortion {

	static Filter dusk() {
		return new Filter("filter-dusk", 0.8, 1.1, 0.06, 0xffe0c0, 0.35, 0);
	}

	static Filter faded() {
		return new Filter("filter-faded", 0.7, 0.85, 0.16, 0xf6f0e4, 0, 4);
	}

	static Filter noir() {
		return new Filter("filter-noir", 0, 1.35, 0, 0xffffff, 0.4, 6);
	}

	static Filter sunny() {
		return new Filter("filter-sunny", 1.25, 1.1, 0.03, 0xfff4d0, 0.1, 0);
	}

	static Filter film() {
		return new Filter("filter-film", 0.9, 1.15, 0.08, 0xf0f4e2, 0.25, 9);
	}

	static Filter vivid() {
		return new Filter("filter-vivid", 1.7, 1.3, 0, 0xffffff, 0, 0);
	}

	static Filter frost() {
		return new Filter("filter-frost", 0.75, 1.05, 0.05, 0xdcecff, 0.15, 0);
	}

	static Filter drawn(RandomDraws chance) {
		int tint = chance.between(205, 255) << 16 | chance.between(215, 255) << 8 | chance.between(195, 255);
		double vignette = chance.coin() ? 0 : chance.within(0.1, 0.5);
		int grain = chance.coin() ? 0 : chance.between(2, 12);
		double saturation = chance.between(0, 5) == 0 ? 0 : chance.within(0.4, 1.8);
		double contrast = chance.within(0.8, 1.4);
		return new Filter("filter-drawn-" + RandomDraws.word(contrast * 100) + "-" + RandomDraws.word(saturation * 100), saturation,
				contrast,
				chance.within(0, 0.15), tint, vignette, grain);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Picture rgb = grain > 0 ? new Noise(grain).apply(picture.toRgb(), seed) : picture.toRgb();
		int width = rgb.width();
		int height = rgb.height();
		double[] curve = curve();
		byte[] samples = rgb.samples().clone();
		double[] toned = new double[3];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int i = (y * width + x) * 3;
				for (int channel = 0; channel < 3; channel++) {
					toned[channel] = curve[Byte.toUnsignedInt(samples[i + channel])];
				}
				double grey = 0.299 * toned[0] + 0.587 * toned[1] + 0.114 * toned[2];
				double light = 255 * (1 - vignette * corner(x, width, y, height));
				for (int channel = 0; channel < 3; channel++) {
					double white = (tint >> (16 - 8 * channel) & 255) / 255.0;
					double coloured = (grey + saturation * (toned[channel] - grey)) * white;
					samples[i + channel] = (byte) Math.clamp(Math.round(coloured * light), 0, 255);
				}
			}
		}
		return Picture.ofRgb(width, height, samples);
	}

	private double[] curve() {
		double[] curve = new double[256];
		for (int i = 0; i < curve.length; i++) {
			double tone = i / 255.0;
			double steep = tone * tone * (3 - 2 * tone);
			double bent = tone + (contrast - 1) * 2 * (steep - tone);
			curve[i] = lift + (1 - lift) * Math.clamp(bent, 0, 1);
		}
		return curve;
	}

	/** 0 in the middle, 1 in the corners. */
	private static double corner(int x, int width, int y, int height) {
		double across = (2.0 * x - width) / width;
		double down = (2.0 * y - height) / height;
		double square = (across * across + down * down) / 2;
		return square * square;
	}
}

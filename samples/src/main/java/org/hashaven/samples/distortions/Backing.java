package org.hashaven.samples.distortions;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/**
 * The picture before its own enlarged and blurred copy, which fills a frame of another shape, as phones and television do.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param across
 *            the frame's width, in any measure
 * @param down
 *            the frame's height, in the same one
 * @param shade
 *            how dark the copy is made, 0..1
 */
record Backing(String name, double across, double down, double shade) implements Distortion {

	private static final int COARSE = 160;

	static Backing drawn(RandomDraws chance) {
		double shape = chance.coin() ? chance.within(0.5, 0.8) : chance.within(1.2, 2.2);
		return new Backing("blurred-sides-drawn-" + RandomDraws.word(100 * shape), shape, 1, chance.within(0, 0.5));
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		double shape = across / down;
		boolean wider = shape > picture.width() / (double) picture.height();
		int width = wider ? side(picture.height() * shape) : picture.width();
		int height = wider ? picture.height() : side(picture.width() / shape);
		Picture back = blurred(picture, width, height, shade);
		return Framed.onto(back, picture, (width - picture.width()) / 2, (height - picture.height()) / 2);
	}

	private static int side(double pixels) {
		return Math.clamp(Math.round(pixels), 1, 20_000);
	}

	/** The picture's middle, covering a frame, blurred and a little darker. */
	static Picture blurred(Picture picture, int width, int height, double shade) {
		double scale = Math.min(1, COARSE / (double) Math.max(width, height));
		Picture small = Fit.covering(picture.toRgb(), side(width * scale), side(height * scale));
		Picture soft = Mats.through(small, (from, to) -> opencv_imgproc.GaussianBlur(from, to, new Size(0, 0), 4));
		return Scaled.to(new Tone("shade", tone -> tone * (1 - shade)).apply(soft, 0), width, height);
	}
}

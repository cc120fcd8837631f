package org.hashaven.samples.distortions;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/**
 * A photograph of a screen that shows the picture: its grid of coloured dots seen through the camera's (moiré), at an angle, with glare, a
 * cast of colour, a little blur and noise, and more or less of what is around it.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param leanPercent
 *            how far corners are off, at most, of the sides
 * @param aroundPercent
 *            of the frame's sides that show what is around the picture; below 0 so much of the picture is outside the frame
 */
record ScreenPhoto(String name, double leanPercent, double aroundPercent) implements Distortion {

	/** Dots of the screen along the picture's longer side. */
	private static final int DOTS = 520;
	private static final int FRAME = 1000;

	static ScreenPhoto drawn(RandomDraws chance) {
		double lean = chance.within(0.3, 3.5);
		double around = chance.within(-2, 9);
		return new ScreenPhoto("screen-photo-drawn-" + RandomDraws.word(lean) + "-" + RandomDraws.word(around), lean, around);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		Picture dots = dots(picture, chance.within(0.35, 0.6));
		double scale = FRAME / (double) Math.max(dots.width(), dots.height());
		int width = (int) Math.max(1, Math.round(dots.width() * scale));
		int height = (int) Math.max(1, Math.round(dots.height() * scale));
		int bezel = chance.oneOf(0x0c0c0e, 0x18191b, 0x55575c);
		Picture seen = seen(dots, width, height, chance, bezel);
		Picture lit = lit(seen, chance);
		Picture soft = Focus.blurred(1).apply(lit, 0);
		return new Noise(chance.between(2, 6)).apply(soft, chance.seed());
	}

	/** Each pixel three stripes of red, green and blue, and a darker row below. */
	private static Picture dots(Picture picture, double depth) {
		double scale = DOTS / (double) Math.max(picture.width(), picture.height());
		int columns = (int) Math.max(1, Math.round(picture.width() * scale));
		int rows = (int) Math.max(1, Math.round(picture.height() * scale));
		byte[] from = Scaled.to(picture.toRgb(), columns, rows).samples();
		byte[] to = new byte[columns * 3 * rows * 3 * 3];
		int out = 0;
		for (int y = 0; y < rows * 3; y++) {
			double row = y % 3 == 2 ? 1 - depth : 1;
			for (int x = 0; x < columns * 3; x++) {
				int in = (y / 3 * columns + x / 3) * 3;
				for (int channel = 0; channel < 3; channel++) {
					double light = row * (x % 3 == channel ? 1 : 1 - depth);
					to[out++] = (byte) Math.round(Byte.toUnsignedInt(from[in + channel]) * light);
				}
			}
		}
		return Picture.ofRgb(columns * 3, rows * 3, to);
	}

	private Picture seen(Picture dots, int width, int height, RandomDraws chance, int bezel) {
		float[] from = new float[8];
		float[] to = new float[8];
		for (int corner = 0; corner < 4; corner++) {
			boolean right = corner == 1 || corner == 2;
			boolean lower = corner >= 2;
			double inX = width * (aroundPercent + leanPercent * chance.within(-1, 1)) / 100;
			double inY = height * (aroundPercent + leanPercent * chance.within(-1, 1)) / 100;
			from[2 * corner] = right ? dots.width() : 0;
			from[2 * corner + 1] = lower ? dots.height() : 0;
			to[2 * corner] = (float) (right ? width - inX : inX);
			to[2 * corner + 1] = (float) (lower ? height - inY : inY);
		}
		return Mats.through(dots, (source, target) -> opencv_imgproc.warpPerspective(source, target,
				opencv_imgproc.getPerspectiveTransform(points(from), points(to)), new Size(width, height), opencv_imgproc.INTER_LINEAR,
				opencv_core.BORDER_CONSTANT, Mats.colour(bezel)));
	}

	private static Mat points(float[] coordinates) {
		return new Mat(4, 1, opencv_core.CV_32FC2, new FloatPointer(coordinates));
	}

	/** Brought back to full brightness, with a cast and a bright spot that fades out. */
	private static Picture lit(Picture picture, RandomDraws chance) {
		double[] cast = {chance.within(0.85, 1.1), chance.within(0.9, 1.05), chance.within(0.9, 1.2)};
		double spotX = chance.within(0, 1) * picture.width();
		double spotY = chance.within(0, 1) * picture.height();
		double reach = Math.max(picture.width(), picture.height()) * chance.within(0.15, 0.4) + 1;
		double glare = chance.within(0, 90);
		byte[] samples = picture.samples().clone();
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				double far = Math.hypot(x - spotX, y - spotY) / reach;
				double added = glare * Math.exp(-far * far);
				int i = (y * picture.width() + x) * 3;
				for (int channel = 0; channel < 3; channel++) {
					double light = Byte.toUnsignedInt(samples[i + channel]) * 1.45 * cast[channel] + added;
					samples[i + channel] = (byte) Math.clamp(Math.round(light), 0, 255);
				}
			}
		}
		return Picture.ofRgb(picture.width(), picture.height(), samples);
	}
}

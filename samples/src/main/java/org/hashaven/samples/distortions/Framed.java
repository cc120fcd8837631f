package org.hashaven.samples.distortions;

import java.util.Arrays;
import org.hashaven.samples.pictures.Picture;

/**
 * Put onto a larger sheet of one colour: borders, letterbox, pillarbox, the bar a caption needs.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param left
 *            added there, in percent of the width
 * @param top
 *            added there, in percent of the height
 * @param right
 *            added there, in percent of the width
 * @param bottom
 *            added there, in percent of the height
 * @param rgb
 *            colour of what is added
 */
record Framed(String name, int left, int top, int right, int bottom, int rgb) implements Distortion {

	private static final int WHITE = 0xffffff;

	/** A white border, on each side so many percent of it. */
	static Framed whiteBorder(int percent) {
		return new Framed("border-" + percent, percent, percent, percent, percent, WHITE);
	}

	/** A black border, on each side so many percent of it. */
	static Framed blackBorder(int percent) {
		return new Framed("black-border-" + percent, percent, percent, percent, percent, 0);
	}

	/** Black bars above and below, each so many percent of the height. */
	static Framed letterbox(int percent) {
		return new Framed("letterbox-" + percent, 0, percent, 0, percent, 0);
	}

	/** Black bars left and right, each so many percent of the width. */
	static Framed pillarbox(int percent) {
		return new Framed("pillarbox-" + percent, percent, 0, percent, 0, 0);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		int addLeft = part(picture.width(), left);
		int addTop = part(picture.height(), top);
		int width = addLeft + picture.width() + part(picture.width(), right);
		int height = addTop + picture.height() + part(picture.height(), bottom);
		return onto(sheet(width, height, rgb), picture, addLeft, addTop);
	}

	private static int part(int side, int percent) {
		return (int) Math.round(side * percent / 100.0);
	}

	/** An even colour. */
	static Picture sheet(int width, int height, int rgb) {
		byte[] samples = new byte[width * height * 3];
		for (int i = 0; i < samples.length; i += 3) {
			samples[i] = (byte) (rgb >> 16);
			samples[i + 1] = (byte) (rgb >> 8);
			samples[i + 2] = (byte) rgb;
		}
		return Picture.ofRgb(width, height, samples);
	}

	/** A picture laid onto a sheet; it must fit. */
	static Picture onto(Picture sheet, Picture picture, int left, int top) {
		byte[] samples = Arrays.copyOf(sheet.samples(), sheet.samples().length);
		byte[] from = picture.toRgb().samples();
		int rowBytes = picture.width() * 3;
		for (int row = 0; row < picture.height(); row++) {
			System.arraycopy(from, row * rowBytes, samples, ((top + row) * sheet.width() + left) * 3, rowBytes);
		}
		return Picture.ofRgb(sheet.width(), sheet.height(), samples);
	}
}

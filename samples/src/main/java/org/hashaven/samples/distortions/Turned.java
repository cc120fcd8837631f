package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * Turned by quarters or mirrored: the seven ways besides leaving it. No sample changes.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param transposed
 *            rows become columns, before the others
 * @param mirrored
 *            left and right change places
 * @param flipped
 *            top and bottom change places
 */
record Turned(String name, boolean transposed, boolean mirrored, boolean flipped) implements Distortion {

	/** A quarter against the clock. */
	static final Turned ROTATE_90 = new Turned("rotate-90", true, false, true);
	/** Upside down. */
	static final Turned ROTATE_180 = new Turned("rotate-180", false, true, true);
	/** A quarter with the clock. */
	static final Turned ROTATE_270 = new Turned("rotate-270", true, true, false);
	/** Left and right exchanged. */
	static final Turned MIRROR = new Turned("mirror", false, true, false);
	/** Top and bottom exchanged. */
	static final Turned FLIP = new Turned("flip", false, false, true);
	/** Mirrored at the diagonal from the upper left. */
	static final Turned TRANSPOSE = new Turned("transpose", true, false, false);
	/** Mirrored at the diagonal from the upper right. */
	static final Turned ANTITRANSPOSE = new Turned("antitranspose", true, true, true);

	@Override
	public Picture apply(Picture picture, long seed) {
		int width = transposed ? picture.height() : picture.width();
		int height = transposed ? picture.width() : picture.height();
		int channels = picture.channels();
		byte[] from = picture.samples();
		byte[] to = new byte[from.length];
		int out = 0;
		for (int y = 0; y < height; y++) {
			int v = flipped ? height - 1 - y : y;
			for (int x = 0; x < width; x++) {
				int u = mirrored ? width - 1 - x : x;
				int in = channels * (transposed ? u * picture.width() + v : v * picture.width() + u);
				for (int channel = 0; channel < channels; channel++) {
					to[out++] = from[in + channel];
				}
			}
		}
		return channels == 1 ? Picture.ofGrey(width, height, to) : Picture.ofRgb(width, height, to);
	}
}

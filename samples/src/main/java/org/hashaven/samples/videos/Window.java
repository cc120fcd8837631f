package org.hashaven.samples.videos;

import org.hashaven.samples.pictures.Picture;

/** A part of a larger picture seen through a camera: any place and size, sampled between the pixels. */
final class Window {

	/** Steps between two pixels. */
	private static final int STEPS = 256;

	private Window() {
	}

	/**
	 * What the camera sees.
	 *
	 * @param from
	 *            a picture in colour
	 * @param left
	 *            left border of the window, in pixels of the picture
	 * @param top
	 *            its upper border
	 * @param scale
	 *            pixels of the picture that a pixel of the window spans
	 */
	static Picture of(Picture from, double left, double top, double scale, int width, int height) {
		byte[] in = from.samples();
		byte[] out = new byte[width * height * 3];
		int rowBytes = from.width() * 3;
		int[] columns = places(left, scale, width, from.width());
		int[] rows = places(top, scale, height, from.height());
		int o = 0;
		for (int y = 0; y < height; y++) {
			int upper = rows[y] / STEPS * rowBytes;
			int down = rows[y] % STEPS;
			for (int x = 0; x < width; x++) {
				int at = upper + columns[x] / STEPS * 3;
				int right = columns[x] % STEPS;
				for (int channel = 0; channel < 3; channel++, at++) {
					int above = (in[at] & 255) * (STEPS - right) + (in[at + 3] & 255) * right;
					int below = (in[at + rowBytes] & 255) * (STEPS - right) + (in[at + rowBytes + 3] & 255) * right;
					out[o++] = (byte) ((above * (STEPS - down) + below * down) / (STEPS * STEPS));
				}
			}
		}
		return Picture.ofRgb(width, height, out);
	}

	/** Places along one side in steps, kept one pixel off the far end: there is always a next one. */
	private static int[] places(double start, double scale, int count, int side) {
		int[] places = new int[count];
		for (int i = 0; i < count; i++) {
			places[i] = Math.clamp((long) ((start + i * scale) * STEPS), 0, (side - 1) * STEPS - 1);
		}
		return places;
	}
}

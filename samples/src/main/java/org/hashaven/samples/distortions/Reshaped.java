package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * Brought to a shape that an app wants, by cutting or by squeezing.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param across
 *            the width, in any measure
 * @param down
 *            the height, in the same one
 * @param place
 *            which part is kept when it is cut: 0 the left and upper, 0.5 the middle, 1 the right and lower
 * @param squeezed
 *            whether all of it is kept and squeezed instead
 */
record Reshaped(String name, double across, double down, double place, boolean squeezed) implements Distortion {

	/** The middle of the picture, or of its one half. */
	static Reshaped cut(int across, int down) {
		return new Reshaped("cut-to-" + across + "x" + down, across, down, 0.5, false);
	}

	static Reshaped squeezed(int across, int down) {
		return new Reshaped("squeezed-to-" + across + "x" + down, across, down, 0, true);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		if (!squeezed) {
			return Fit.shaped(picture, across, down, place, place);
		}
		double area = picture.width() * (double) picture.height();
		int width = (int) Math.max(1, Math.round(Math.sqrt(area * across / down)));
		int height = (int) Math.max(1, Math.round(Math.sqrt(area * down / across)));
		return Scaled.to(picture, width, height);
	}
}

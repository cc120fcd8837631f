package org.hashaven.region.detect;

/**
 * The direction of a blob: where it grows lighter in what surrounds it, blurred twice as much as the blob itself.
 *
 * <p>
 * One smooth direction instead of the peaks of a histogram: a copy a little moved or turned has it a little moved or turned, too.
 */
final class Direction {

	private static final float BLUR_OF_SIGMA = 2;

	private Direction() {
	}

	/** In radians, clockwise from right. */
	static double of(ScaleSpace space, Blob blob) {
		float sigma = BLUR_OF_SIGMA * blob.sigma();
		ScaleSpace.View view = space.near(sigma);
		float step = sigma / 2;
		float across = view.at(blob.x() + step, blob.y()) - view.at(blob.x() - step, blob.y());
		float down = view.at(blob.x(), blob.y() + step) - view.at(blob.x(), blob.y() - step);
		return Math.atan2(down, across);
	}
}

package org.hashaven.view.align;

import org.hashaven.hash.query.PhotoView.Placement;
import org.hashaven.view.raster.Quad;

/**
 * The frame of a listed picture in an upload, in the upload's pixels.
 *
 * @param x
 *            of its middle
 * @param y
 *            the same, downwards
 * @param across
 *            its width
 * @param down
 *            its height
 * @param degrees
 *            by which it is turned, clockwise
 * @param mirrored
 *            whether the listed picture lies in it mirrored left to right
 */
record Frame(double x, double y, double across, double down, double degrees, boolean mirrored) {

	/**
	 * The frame of a picture of this shape.
	 *
	 * @param width
	 *            of the upload, in pixels
	 * @param height
	 *            of the upload, in pixels
	 * @param placement
	 *            in the upload, or if {@code mirrored} in the upload mirrored left to right
	 * @param shape
	 *            width to height
	 */
	static Frame of(double width, double height, Placement placement, double shape, boolean mirrored) {
		double longer = Math.max(width, height);
		int sign = mirrored ? -1 : 1;
		double side = placement.scale() * longer;
		return new Frame(width / 2 + sign * placement.x() * longer, height / 2 + placement.y() * longer, side * Math.min(1, shape),
				side * Math.min(1, 1 / shape), sign * Math.toDegrees(placement.angle()), mirrored);
	}

	Quad quad() {
		return Quad.turned(x, y, across, down, degrees);
	}

	double longer() {
		return Math.max(across, down);
	}

	/** The column of the upload at a place in the listed picture, both from its middle and in the upload's pixels. */
	double uploadX(double right, double below) {
		double angle = Math.toRadians(degrees);
		return x + Math.cos(angle) * (mirrored ? -right : right) - Math.sin(angle) * below;
	}

	/** The row of the upload, as {@link #uploadX} gives its column. */
	double uploadY(double right, double below) {
		double angle = Math.toRadians(degrees);
		return y + Math.sin(angle) * (mirrored ? -right : right) + Math.cos(angle) * below;
	}
}

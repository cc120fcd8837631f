package org.hashaven.view;

import org.hashaven.hash.Hash256;
import org.hashaven.hash.PhotoProbe.Alignment;
import org.hashaven.hash.PhotoProbe.Part;
import org.hashaven.hash.PhotoProbe.Placement;

/** Hashes what an upload shows within the frame of a listed picture, for one thread. */
final class FrameAlignment implements Alignment {

	/**
	 * Shapes that are tried, width to height: those of cameras, screens and crops, at most an eighth apart, which moves a hash by fewer
	 * bits than the rules of a match leave room for.
	 */
	private static final double[] SHAPES = {1.0 / 2, 9.0 / 16, 5.0 / 8, 2.0 / 3, 3.0 / 4, 4.0 / 5, 8.0 / 9, 1, 9.0 / 8, 5.0 / 4, 4.0 / 3,
			3.0 / 2, 8.0 / 5, 16.0 / 9, 2};

	private final ViewMaker maker;
	private final boolean mirrored;

	/**
	 * @param mirrored
	 *            whether placements are those in the upload mirrored left to right
	 */
	FrameAlignment(ViewMaker maker, boolean mirrored) {
		this.maker = maker;
		this.mirrored = mirrored;
	}

	@Override
	public int distanceBits(Hash256 listed, Placement placement) {
		double width = maker.pyramid().width();
		double height = maker.pyramid().height();
		double longer = Math.max(width, height);
		int sign = mirrored ? -1 : 1;
		double x = width / 2 + sign * placement.x() * longer;
		double y = height / 2 + placement.y() * longer;
		double side = placement.scale() * longer;
		double degrees = sign * Math.toDegrees(placement.angle());
		int nearest = Hash256.BITS;
		for (double shape : SHAPES) {
			double across = side * Math.min(1, shape);
			double down = side * Math.min(1, 1 / shape);
			Quad frame = Quad.turned(x, y, across, down, degrees);
			Hash256 shown = maker.quad(Part.INSIDE, frame, across, down, degrees, mirrored).hash();
			nearest = Math.min(nearest, shown.distance(listed));
		}
		return nearest;
	}
}

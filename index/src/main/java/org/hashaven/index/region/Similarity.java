package org.hashaven.index.region;

import org.hashaven.hash.PhotoProbe.Placement;
import org.hashaven.hash.RegionPlace;

/**
 * From places in the listed picture to places in the upload: scaled, turned, then moved.
 *
 * @param angle
 *            clockwise, in radians
 */
record Similarity(double scale, double angle, double moveX, double moveY) {

	/** One that brings a place upon another; it may as well turn by some quarters more, since a listed direction leaves that open. */
	static Similarity between(RegionPlace listed, RegionPlace upload) {
		return upon(listed.x(), listed.y(), upload.x(), upload.y(), upload.size() / listed.size(), turn(upload.angle() - listed.angle()));
	}

	/** One that brings a place upon another too, turned by so many quarters more. */
	Similarity turned(RegionPlace listed, RegionPlace upload, int quarters) {
		return upon(listed.x(), listed.y(), upload.x(), upload.y(), scale, turn(angle + quarters * Math.PI / 2));
	}

	/** Whether two turns are alike but for quarters, within the tolerance. */
	static boolean areAlike(double angle, double other) {
		return Math.abs(Math.IEEEremainder(angle - other, Math.PI / 2)) <= Agreement.TURN_TOLERANCE;
	}

	/** The one with this scale and angle that brings a point upon another. */
	static Similarity upon(double fromX, double fromY, double toX, double toY, double scale, double angle) {
		double across = scale * Math.cos(angle);
		double down = scale * Math.sin(angle);
		return new Similarity(scale, angle, toX - across * fromX + down * fromY, toY - down * fromX - across * fromY);
	}

	/** An angle brought into -π..π. */
	static double turn(double angle) {
		return Math.IEEEremainder(angle, 2 * Math.PI);
	}

	double x(double x, double y) {
		return scale * (Math.cos(angle) * x - Math.sin(angle) * y) + moveX;
	}

	double y(double x, double y) {
		return scale * (Math.sin(angle) * x + Math.cos(angle) * y) + moveY;
	}

	/** How far from its place in the upload a region would lie. */
	double missedBy(RegionPlace listed, RegionPlace upload) {
		return Math.hypot(x(listed.x(), listed.y()) - upload.x(), y(listed.x(), listed.y()) - upload.y());
	}

	/** Shares are those of two squares, since places do not tell the shorter sides; counted on a grid of 32 × 32. */
	Agreed agreed(int count) {
		int grid = 32;
		int shown = 0;
		for (int row = 0; row < grid; row++) {
			for (int column = 0; column < grid; column++) {
				double x = (column + 0.5) / grid - 0.5;
				double y = (row + 0.5) / grid - 0.5;
				shown += Math.abs(x(x, y)) <= 0.5 && Math.abs(y(x, y)) <= 0.5 ? 1 : 0;
			}
		}
		double share = (double) shown / (grid * grid);
		return new Agreed(count, new Placement(scale, angle, moveX, moveY), percent(share), percent(share * scale * scale));
	}

	private static int percent(double share) {
		return Math.clamp(Math.round(100 * share), 0, 100);
	}
}

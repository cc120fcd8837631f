package org.hashaven.index.region;

import org.hashaven.hash.query.PhotoView.Placement;
import org.hashaven.hash.RegionGeometry;

/**
 * From places in the listed picture to places in the upload: scaled, turned, then moved.
 *
 * @param angle
 *            clockwise, in radians
 */
record Similarity(double scale, double angle, double moveX, double moveY) {

	/** The one that brings two places upon two others; of the middles, the sizes are not asked. */
	static Similarity between(RegionGeometry listed, RegionGeometry otherListed, RegionGeometry upload, RegionGeometry otherUpload) {
		double x = otherListed.x() - listed.x();
		double y = otherListed.y() - listed.y();
		double u = otherUpload.x() - upload.x();
		double v = otherUpload.y() - upload.y();
		return upon(listed.x(), listed.y(), upload.x(), upload.y(), Math.hypot(u, v) / Math.hypot(x, y),
				Math.atan2(x * v - y * u, x * u + y * v));
	}

	/** Whether a region has about the size that this gives it, within the tolerance. */
	boolean fitsSize(RegionGeometry listed, RegionGeometry upload) {
		return Math.abs(Math.log(upload.size() / (listed.size() * scale))) <= GeometricVerification.SCALE_TOLERANCE;
	}

	/** The one with this scale and angle that brings a point upon another. */
	static Similarity upon(double fromX, double fromY, double toX, double toY, double scale, double angle) {
		double across = scale * Math.cos(angle);
		double down = scale * Math.sin(angle);
		return new Similarity(scale, angle, toX - across * fromX + down * fromY, toY - down * fromX - across * fromY);
	}

	double x(double x, double y) {
		return scale * (Math.cos(angle) * x - Math.sin(angle) * y) + moveX;
	}

	double y(double x, double y) {
		return scale * (Math.sin(angle) * x + Math.cos(angle) * y) + moveY;
	}

	/** How far from its place in the upload a region would lie. */
	double missedBy(RegionGeometry listed, RegionGeometry upload) {
		return Math.hypot(x(listed.x(), listed.y()) - upload.x(), y(listed.x(), listed.y()) - upload.y());
	}

	/** Shares are those of two squares, since places do not tell the shorter sides; counted on a grid of 32 × 32. */
	VerificationResult agreed(int count) {
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
		return new VerificationResult(count, new Placement(scale, angle, moveX, moveY), percent(share), percent(share * scale * scale));
	}

	private static int percent(double share) {
		return Math.clamp(Math.round(100 * share), 0, 100);
	}
}

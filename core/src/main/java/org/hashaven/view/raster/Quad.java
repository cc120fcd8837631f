package org.hashaven.view.raster;

/**
 * A quadrangle in a picture and a way to walk through it: a point of the unit square, u to the right and v downwards, lies at ((a u + b v +
 * c) / w, (d u + e v + f) / w) with w = g u + h v + 1; in pixels of a pyramid's first level.
 */
public record Quad(double a, double b, double c, double d, double e, double f, double g, double h) {

	/** A rectangle about a middle, turned with the clock. */
	public static Quad turned(double middleX, double middleY, double width, double height, double degrees) {
		double cosine = Math.cos(Math.toRadians(degrees));
		double sine = Math.sin(Math.toRadians(degrees));
		double a = cosine * width;
		double b = -sine * height;
		double d = sine * width;
		double e = cosine * height;
		return new Quad(a, b, middleX - (a + b) / 2, d, e, middleY - (d + e) / 2, 0, 0);
	}

	/**
	 * With these corners, from the upper left one with the clock.
	 *
	 * @param corners
	 *            x, y, x, y, …, a convex quadrangle
	 */
	static Quad ofCorners(double... corners) {
		double x0 = corners[0];
		double y0 = corners[1];
		double x1 = corners[2];
		double y1 = corners[3];
		double x2 = corners[4];
		double y2 = corners[5];
		double x3 = corners[6];
		double y3 = corners[7];
		double sumX = x0 - x1 + x2 - x3;
		double sumY = y0 - y1 + y2 - y3;
		double dx1 = x1 - x2;
		double dx2 = x3 - x2;
		double dy1 = y1 - y2;
		double dy2 = y3 - y2;
		double under = dx1 * dy2 - dx2 * dy1;
		double g = under == 0 ? 0 : (sumX * dy2 - dx2 * sumY) / under;
		double h = under == 0 ? 0 : (dx1 * sumY - sumX * dy1) / under;
		return new Quad(x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h);
	}
}

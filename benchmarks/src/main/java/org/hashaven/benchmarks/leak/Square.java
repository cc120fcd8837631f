package org.hashaven.benchmarks.leak;

import org.hashaven.hash.RegionGeometry;

/**
 * The square of a region with the direction to which it was turned, which lists do not hold: attackers know it, know it modulo a quarter
 * turn, or do not know it.
 *
 * @param x
 *            of its middle, as in a {@link RegionGeometry}
 * @param y
 *            the same, downwards
 * @param size
 *            of its sides
 * @param angle
 *            direction in radians, clockwise from right, -π..π
 */
record Square(double x, double y, double size, double angle) {

	/** Steps of a whole turn in which attackers know a direction. */
	private static final int STEPS = 32;

	/** The square of a listed place, turned to a direction. */
	static Square of(RegionGeometry place, double direction) {
		double step = 2 * Math.PI / STEPS;
		return new Square(place.x(), place.y(), place.size(), Math.IEEEremainder(Math.round(direction / step) * step, 2 * Math.PI));
	}

	/** The same without its direction. */
	Square upright() {
		return new Square(x, y, size, 0);
	}

	/** The same with its direction brought to 0 to less than a quarter turn. */
	Square withoutQuarters() {
		double quarter = Math.PI / 2;
		return new Square(x, y, size, (angle + 2 * Math.PI) % quarter);
	}

	/** The same, turned by quarter turns clockwise. */
	Square turned(int quarterTurns) {
		return rotated(quarterTurns * Math.PI / 2);
	}

	/** The same, turned clockwise. */
	Square rotated(double radians) {
		return new Square(x, y, size, Math.IEEEremainder(angle + radians, 2 * Math.PI));
	}

	/** A constant, so that no place reaches a log by accident. */
	@Override
	public String toString() {
		return "Square[hidden]";
	}
}

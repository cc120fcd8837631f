package org.hashaven.cli.evaluate;

/**
 * So many of so many.
 *
 * @param part
 *            0..{@code whole}
 * @param whole
 *            0 when nothing was tried
 */
public record Proportion(long part, long whole) {

	/** 95 percent of a normal distribution lie within this many standard deviations. */
	private static final double Z = 1.96;

	Proportion plus(Proportion other) {
		return new Proportion(part + other.part, whole + other.whole);
	}

	/** In percent; 0 when nothing was tried. */
	public double percent() {
		return whole == 0 ? 0 : 100.0 * part / whole;
	}

	/** In percent, the lower end of what it may be with 95 percent confidence (Wilson's interval). */
	public double leastPercent() {
		return bound(-1);
	}

	/** In percent, the upper end. */
	public double mostPercent() {
		return bound(1);
	}

	private double bound(int side) {
		if (whole == 0) {
			return side < 0 ? 0 : 100;
		}
		double p = (double) part / whole;
		double square = Z * Z / whole;
		double middle = p + square / 2;
		double half = Z * Math.sqrt(p * (1 - p) / whole + square / (4 * whole));
		return Math.clamp(100 * (middle + side * half) / (1 + square), 0, 100);
	}
}

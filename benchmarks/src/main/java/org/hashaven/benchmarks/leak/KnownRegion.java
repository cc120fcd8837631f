package org.hashaven.benchmarks.leak;

/**
 * What an attacker knows of a region.
 *
 * @param code
 *            of the square in its own direction
 * @param place
 *            with a direction, which lists do not hold
 */
record KnownRegion(long code, Square place) {

	/** The same, its place upright: as it is listed. */
	KnownRegion withoutDirection() {
		return new KnownRegion(code, place.upright());
	}

	/** A constant, so that neither code nor place reaches a log by accident. */
	@Override
	public String toString() {
		return "KnownRegion[hidden]";
	}
}

package org.hashaven.samples.pictures;

/**
 * The pictures' own random numbers: SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
 *
 * <p>
 * Own, because the library's generators may change with the JDK, and every golden hash hangs on these numbers.
 */
final class Dice {

	private static final long GAMMA = 0x9e3779b97f4a7c15L;

	private long state;

	Dice(long seed) {
		this.state = mix(seed ^ GAMMA);
	}

	/** Scatters the bits of a number: near numbers go far apart. */
	static long mix(long value) {
		long z = value;
		z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
		z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
		return z ^ z >>> 31;
	}

	long next() {
		state += GAMMA;
		return mix(state);
	}

	/** A number in 0..1, without the 1. */
	double unit() {
		return (next() >>> 11) * 0x1p-53;
	}

	double between(double low, double high) {
		return low + (high - low) * unit();
	}

	/** A whole number from low to high, both included. */
	int between(int low, int high) {
		return low + (int) (unit() * (high - low + 1));
	}

	boolean chance(double probability) {
		return unit() < probability;
	}

	Colour oneOf(Colour... colours) {
		return colours[between(0, colours.length - 1)];
	}
}

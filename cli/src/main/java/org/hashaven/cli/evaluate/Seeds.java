package org.hashaven.cli.evaluate;

/** Seeds made of seeds: neighbouring numbers give ones that have nothing in common. */
final class Seeds {

	private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

	private Seeds() {
	}

	static long mix(long seed, long... numbers) {
		long mixed = seed;
		for (long number : numbers) {
			mixed = stir(mixed * GOLDEN + number + 1);
		}
		return mixed;
	}

	private static long stir(long value) {
		long once = (value ^ value >>> 30) * 0xbf58_476d_1ce4_e5b9L;
		long twice = (once ^ once >>> 27) * 0x94d0_49bb_1331_11ebL;
		return twice ^ twice >>> 31;
	}
}

package org.hashaven.region.detect;

import java.util.Arrays;

/**
 * Finds what is not less, or not more, than its 26 neighbours in place and scale.
 *
 * <p>
 * Unpredictable branches are expensive, so each row is first gone through without any: an extremum's differences from two opposite
 * neighbours have one sign, so their product is not negative, across, down and in scale. The few pixels for which this holds, one of 150,
 * are then sought and looked at one by one. Only three rows of each difference are held.
 */
final class ExtremaScan {

	/** Takes an extremum. */
	interface Taker {
		void take(int level, int x, int y);
	}

	/** What all numbers below 0, but for the smallest, become when multiplied by a huge one twice: no extremum. */
	private static final float NONE = Float.NEGATIVE_INFINITY;
	private static final float HUGE = 1e30f;

	private ExtremaScan() {
	}

	/** All extrema of at least this strength that have neighbours on all sides. */
	static void scan(Differences differences, float leastStrength, Taker taker) {
		float[][][] held = new float[Differences.COUNT][3][differences.width()];
		float[] signs = new float[differences.width()];
		float[] none = new float[differences.width()];
		Arrays.fill(none, NONE);
		for (int y = 0; y < differences.height(); y++) {
			for (int level = 0; level < Differences.COUNT; level++) {
				differences.takeRow(level, y, held[level][y % 3]);
			}
			for (int level = 1; y >= 2 && level < Differences.COUNT - 1; level++) {
				scanRow(held, level, y - 1, signs, none, leastStrength, taker);
			}
		}
	}

	private static void scanRow(float[][][] held, int level, int y, float[] signs, float[] none, float leastStrength, Taker taker) {
		float[] own = held[level][y % 3];
		int inner = Math.max(0, own.length - 2);
		compare(own, held[level][(y - 1) % 3], held[level][(y + 1) % 3], held[level - 1][y % 3], held[level + 1][y % 3], signs, inner);
		for (int i = next(signs, 0, inner, none); i < inner; i = next(signs, i + 1, inner, none)) {
			int x = i + 1;
			if (Math.abs(own[x]) >= leastStrength && isExtremum(held, level, x, own[x])) {
				taker.take(level, x, y);
			}
		}
	}

	/** The first pixel from one on that may be an extremum; {@code to} when there is none. */
	private static int next(float[] signs, int from, int to, float[] none) {
		int found = Arrays.mismatch(signs, from, to, none, 0, to - from);
		return found < 0 ? to : from + found;
	}

	/** {@link #NONE} unless none of the three products is far below 0: the least of two is (p + q - |p - q|) / 2. */
	private static void compare(float[] own, float[] upper, float[] lower, float[] below, float[] above, float[] signs, int inner) {
		for (int i = 0; i < inner; i++) {
			float value = own[i + 1];
			float across = (value - own[i]) * (value - own[i + 2]);
			float down = (value - upper[i + 1]) * (value - lower[i + 1]);
			float inScale = (value - below[i + 1]) * (value - above[i + 1]);
			float least = across + down - Math.abs(across - down);
			signs[i] = (least + 2 * inScale - Math.abs(least - 2 * inScale)) * HUGE * HUGE;
		}
	}

	private static boolean isExtremum(float[][][] held, int level, int x, float value) {
		float sign = value > 0 ? 1 : -1;
		float own = value * sign;
		for (int other = level - 1; other <= level + 1; other++) {
			for (float[] row : held[other]) {
				if (row[x - 1] * sign > own || row[x] * sign > own || row[x + 1] * sign > own) {
					return false;
				}
			}
		}
		return true;
	}
}

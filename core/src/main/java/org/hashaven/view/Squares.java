package org.hashaven.view;

import java.util.Arrays;

/**
 * The least values of a plane within squares, and so the plane opened, without what is light and thinner than a square, and closed, without
 * what is dark and thinner.
 *
 * <p>
 * The least of n pixels in a row comes from that of n/2, and so on, each time for all pixels of the plane at once: a few passes that the
 * JIT makes vectors of. A rim around the plane that is greater than all of it makes rows and columns one long line.
 */
final class Squares {

	private Squares() {
	}

	/** Without light things thinner than {@code 2 * radius + 1}. */
	static int[] opened(int[] values, int width, int height, int radius) {
		return inverted(least(inverted(least(values, width, height, radius)), width, height, radius));
	}

	/** Without dark things thinner than {@code 2 * radius + 1}. */
	static int[] closed(int[] values, int width, int height, int radius) {
		return inverted(opened(inverted(values.clone()), width, height, radius));
	}

	/** The least value within so many pixels to each side, and those in the corners. */
	static int[] least(int[] values, int width, int height, int radius) {
		int stride = width + 2 * radius;
		int length = stride * (height + 2 * radius);
		int[] from = new int[length];
		int[] to = new int[length];
		Arrays.fill(from, Integer.MAX_VALUE);
		for (int y = 0; y < height; y++) {
			System.arraycopy(values, y * width, from, (y + radius) * stride + radius, width);
		}
		int wished = 2 * radius + 1;
		for (int step : new int[]{1, stride}) {
			int count = 1;
			while (count < wished) {
				int more = Math.min(count, wished - count);
				least(from, to, more * step);
				int[] other = from;
				from = to;
				to = other;
				count += more;
			}
		}
		int[] least = new int[width * height];
		for (int y = 0; y < height; y++) {
			System.arraycopy(from, y * stride, least, y * width, width);
		}
		return least;
	}

	private static void least(int[] from, int[] to, int away) {
		int last = from.length - away;
		for (int i = 0; i < last; i++) {
			to[i] = Math.min(from[i], from[i + away]);
		}
		System.arraycopy(from, last, to, last, away);
	}

	/** In place: what was least is greatest. */
	private static int[] inverted(int[] values) {
		for (int i = 0; i < values.length; i++) {
			values[i] = ~values[i];
		}
		return values;
	}
}

package org.hashaven.view.raster;

import java.util.Arrays;

/**
 * The least values of a plane within squares, and so the plane opened, without what is light and thinner than a square, and closed, without
 * what is dark and thinner.
 *
 * <p>
 * The least of n pixels in a row comes from that of n/2, and so on, each time for all pixels of the plane at once: a few passes that the
 * JIT makes vectors of. A rim around the plane that is greater than all of it makes rows and columns one long line. Used by one thread at a
 * time.
 */
public final class Morphology {

	private final int width;
	private final int height;
	private int[] values = new int[0];
	private int[] moved = new int[0];

	/** For planes of one size. */
	public Morphology(int width, int height) {
		this.width = width;
		this.height = height;
	}

	/** Without light things thinner than {@code 2 * radius + 1}. */
	public int[] opened(int[] values, int radius) {
		return inverted(least(inverted(least(values, radius)), radius));
	}

	/** Without dark things thinner than {@code 2 * radius + 1}. */
	public int[] closed(int[] values, int radius) {
		return inverted(opened(inverted(values.clone()), radius));
	}

	/** The minimum within a square neighbourhood of the given radius (erosion). */
	public int[] least(int[] of, int radius) {
		int stride = width + 2 * radius;
		int length = stride * (height + 2 * radius);
		if (values.length < length) {
			values = new int[length];
			moved = new int[length];
		}
		Arrays.fill(values, 0, length, Integer.MAX_VALUE);
		for (int y = 0; y < height; y++) {
			System.arraycopy(of, y * width, values, (y + radius) * stride + radius, width);
		}
		widen(length, 1, 2 * radius + 1);
		widen(length, stride, 2 * radius + 1);
		int[] least = new int[width * height];
		for (int y = 0; y < height; y++) {
			System.arraycopy(values, y * stride, least, y * width, width);
		}
		return least;
	}

	/** Replaces each value by the minimum of a window that begins with it. */
	private void widen(int length, int step, int wished) {
		int count = 1;
		while (count < wished) {
			int more = Math.min(count, wished - count);
			System.arraycopy(values, more * step, moved, 0, length - more * step);
			least(values, moved, length - more * step);
			count += more;
		}
	}

	/** Without offsets, so that the JIT makes vectors of it. */
	private static void least(int[] values, int[] others, int length) {
		for (int i = 0; i < length; i++) {
			values[i] = Math.min(values[i], others[i]);
		}
	}

	/** In place: what was least is greatest. */
	private static int[] inverted(int[] values) {
		for (int i = 0; i < values.length; i++) {
			values[i] = ~values[i];
		}
		return values;
	}
}

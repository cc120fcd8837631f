package org.hashaven.pdq;

import java.util.Arrays;

/**
 * A running-sum box filter across lines, that is along the picture's rows: fed line by line, all elements of a line advance together, each
 * in the reference's order of additions.
 */
final class RowBoxFilter {

	/*
	 * For every element: sum += entering; sum -= leaving; mean = sum / size. Rounding makes this order part of the result. After line n
	 * has entered, the window is that of line n - delay: it grows at the left, slides, and shrinks when lines past the last one "enter".
	 */

	/*
	 * Each line is an array of its own and no loop has an offset: with offsets the JIT cannot tell that arrays do not overlap, and leaves
	 * the loop scalar (three times slower here).
	 */

	/** Lines kept: a strip that has not entered yet and the window's reach behind it. */
	private static final int RING = 2 * ScratchLayout.STRIP;

	private final float[][] ring = new float[RING][PdqHasher.MAX_SIDE];
	private final float[] sums = new float[PdqHasher.MAX_SIDE];
	private final float[] means = new float[PdqHasher.MAX_SIDE];
	private int lines;
	private int length;
	private int window;
	private int size;

	/** Begins a plane of {@code newLines} lines of {@code newLength} values. */
	void start(int newLines, int newLength, int newWindow) {
		lines = newLines;
		length = newLength;
		window = newWindow;
		size = 0;
		Arrays.fill(sums, 0);
	}

	/** The window's width in lines for this many columns: half a cell, rounded up, since two rounds make a tent twice as wide. */
	static int window(int pixels) {
		return (pixels + 2 * Downsampler.SIDE - 1) / (2 * Downsampler.SIDE);
	}

	/** Lines by which the means lag behind the lines that enter. */
	static int delay(int window) {
		return (window + 2) / 2 - 1;
	}

	/** The array that keeps a line until it enters, to be filled with its values. */
	float[] line(int line) {
		return ring[line % RING];
	}

	/** Keeps a strip of eight lines, the first of which is {@code line}, until they enter. */
	void keep(float[] strip, int line) {
		for (int n = 0; n < ScratchLayout.STRIP; n++) {
			if (line + n >= 0) {
				System.arraycopy(strip, n * ScratchLayout.STRIDE, line(line + n), 0, length);
			}
		}
	}

	/** Moves the window one line on; {@code line} counts on past the last one until its last mean is out. */
	void enter(int line) {
		if (line < window) {
			size++;
			add(sums, line(line), length);
		} else if (line < lines) {
			slide(sums, line(line), line(line - window), length);
		} else {
			size--;
			subtract(sums, line(line - window), length);
		}
	}

	/** Writes the means of the window as it stands as a line of {@code out}, which begins at {@code to}. */
	void mean(float[] out, int to) {
		// Multiplying by the inverse of a power of two is dividing by it, exactly.
		if (Integer.bitCount(size) == 1) {
			multiply(sums, 1f / size, means, length);
		} else {
			divide(sums, size, means, length);
		}
		System.arraycopy(means, 0, out, to, length);
	}

	private static void add(float[] sums, float[] entering, int length) {
		for (int i = 0; i < length; i++) {
			sums[i] += entering[i];
		}
	}

	private static void slide(float[] sums, float[] entering, float[] leaving, int length) {
		for (int i = 0; i < length; i++) {
			sums[i] = sums[i] + entering[i] - leaving[i];
		}
	}

	private static void subtract(float[] sums, float[] leaving, int length) {
		for (int i = 0; i < length; i++) {
			sums[i] -= leaving[i];
		}
	}

	private static void multiply(float[] sums, float factor, float[] means, int length) {
		for (int i = 0; i < length; i++) {
			means[i] = sums[i] * factor;
		}
	}

	private static void divide(float[] sums, int size, float[] means, int length) {
		for (int i = 0; i < length; i++) {
			means[i] = sums[i] / size;
		}
	}

	/** Wipes every trace of the last picture. */
	void clear() {
		for (float[] line : ring) {
			Arrays.fill(line, 0);
		}
		Arrays.fill(sums, 0);
		Arrays.fill(means, 0);
	}
}

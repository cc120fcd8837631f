package org.hashaven.pdq;

/**
 * A running-sum box filter along lines, that is down the picture's columns: eight lines side by side, each in the reference's order of
 * additions.
 */
final class ColumnBoxFilter {

	/*
	 * The same sums as in BoxAcross. Within a line each sum waits for the one before; eight lines in step keep the adders busy instead.
	 * Eight locals rather than an array of sums, and a constant stride: the JIT keeps the sums in registers and the lines' addresses in
	 * one. With the stride as a parameter it takes 1.4 times as long.
	 */

	private static final int S = ScratchLayout.STRIDE;

	private ColumnBoxFilter() {
	}

	/**
	 * Filters one strip.
	 *
	 * @param in
	 *            lines of {@code length} values
	 * @param out
	 *            the same layout; not {@code in}
	 * @param from
	 *            where the strip begins in both
	 * @param window
	 *            1..length
	 */
	static void filter(float[] in, float[] out, int from, int length, int window) {
		int delay = RowBoxFilter.delay(window);
		float a = 0;
		float b = 0;
		float c = 0;
		float d = 0;
		float e = 0;
		float f = 0;
		float g = 0;
		float h = 0;
		// grows, at first without output
		for (int n = from; n < from + window; n++) {
			a += in[n];
			b += in[n + S];
			c += in[n + 2 * S];
			d += in[n + 3 * S];
			e += in[n + 4 * S];
			f += in[n + 5 * S];
			g += in[n + 6 * S];
			h += in[n + 7 * S];
			int to = n - delay;
			if (to >= from) {
				float size = n - from + 1;
				out[to] = a / size;
				out[to + S] = b / size;
				out[to + 2 * S] = c / size;
				out[to + 3 * S] = d / size;
				out[to + 4 * S] = e / size;
				out[to + 5 * S] = f / size;
				out[to + 6 * S] = g / size;
				out[to + 7 * S] = h / size;
			}
		}
		// slides; multiplying by the inverse of a power of two is dividing by it, exactly
		boolean powerOfTwo = Integer.bitCount(window) == 1;
		float inverse = 1f / window;
		for (int n = from + window; n < from + length; n++) {
			int left = n - window;
			int to = n - delay;
			a = a + in[n] - in[left];
			b = b + in[n + S] - in[left + S];
			c = c + in[n + 2 * S] - in[left + 2 * S];
			d = d + in[n + 3 * S] - in[left + 3 * S];
			e = e + in[n + 4 * S] - in[left + 4 * S];
			f = f + in[n + 5 * S] - in[left + 5 * S];
			g = g + in[n + 6 * S] - in[left + 6 * S];
			h = h + in[n + 7 * S] - in[left + 7 * S];
			out[to] = powerOfTwo ? a * inverse : a / window;
			out[to + S] = powerOfTwo ? b * inverse : b / window;
			out[to + 2 * S] = powerOfTwo ? c * inverse : c / window;
			out[to + 3 * S] = powerOfTwo ? d * inverse : d / window;
			out[to + 4 * S] = powerOfTwo ? e * inverse : e / window;
			out[to + 5 * S] = powerOfTwo ? f * inverse : f / window;
			out[to + 6 * S] = powerOfTwo ? g * inverse : g / window;
			out[to + 7 * S] = powerOfTwo ? h * inverse : h / window;
		}
		// shrinks
		for (int to = from + length - delay; to < from + length; to++) {
			int left = to + delay - window;
			float size = from + length - 1 - left;
			a -= in[left];
			b -= in[left + S];
			c -= in[left + 2 * S];
			d -= in[left + 3 * S];
			e -= in[left + 4 * S];
			f -= in[left + 5 * S];
			g -= in[left + 6 * S];
			h -= in[left + 7 * S];
			out[to] = a / size;
			out[to + S] = b / size;
			out[to + 2 * S] = c / size;
			out[to + 3 * S] = d / size;
			out[to + 4 * S] = e / size;
			out[to + 5 * S] = f / size;
			out[to + 6 * S] = g / size;
			out[to + 7 * S] = h / size;
		}
	}
}

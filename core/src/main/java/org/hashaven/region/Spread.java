package org.hashaven.region;

/** Which old pixels of a line a new one is made of, and how much of each. */
final class Spread {

	/** The first old pixel of each new one. */
	private final int[] first;
	/** Where the weights of each new pixel begin, and where those of the last end. */
	private final int[] start;
	private final float[] weights;

	private Spread(int[] first, int[] start, float[] weights) {
		this.first = first;
		this.start = start;
		this.weights = weights;
	}

	/** A line of so many pixels brought to so many. */
	static Spread of(int from, int to) {
		int[] first = new int[to];
		int[] start = new int[to + 1];
		double step = (double) from / to;
		double reach = Math.max(step, 1) / 2;
		float[] weights = new float[to * ((int) Math.ceil(2 * reach) + 1)];
		for (int i = 0; i < to; i++) {
			double middle = (i + 0.5) * step;
			int lower = (int) Math.max(0, Math.floor(middle - reach));
			int upper = (int) Math.min(from, Math.ceil(middle + reach));
			double sum = Math.min(upper, middle + reach) - Math.max(lower, middle - reach);
			first[i] = lower;
			start[i + 1] = start[i] + upper - lower;
			for (int n = lower; n < upper; n++) {
				weights[start[i] + n - lower] = (float) ((Math.min(n + 1, middle + reach) - Math.max(n, middle - reach)) / sum);
			}
		}
		return new Spread(first, start, weights);
	}

	int first(int pixel) {
		return first[pixel];
	}

	int count(int pixel) {
		return start[pixel + 1] - start[pixel];
	}

	float weight(int pixel, int number) {
		return weights[start[pixel] + number];
	}

	/** Brings a line to its new length. */
	void apply(float[] line, float[] to) {
		for (int x = 0; x < to.length; x++) {
			float sum = 0;
			for (int at = start[x], from = first[x]; at < start[x + 1]; at++, from++) {
				sum += weights[at] * line[from];
			}
			to[x] = sum;
		}
	}
}

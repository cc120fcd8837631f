package org.hashaven.region;

/** Which old pixels of a line a new one is made of, and how much of each. */
final class Spread {

	private final int[] first;
	private final float[][] weights;

	private Spread(int[] first, float[][] weights) {
		this.first = first;
		this.weights = weights;
	}

	/** A line of so many pixels brought to so many. */
	static Spread of(int from, int to) {
		int[] first = new int[to];
		float[][] weights = new float[to][];
		double step = (double) from / to;
		for (int i = 0; i < to; i++) {
			double middle = (i + 0.5) * step;
			double reach = Math.max(step, 1) / 2;
			int lower = (int) Math.max(0, Math.floor(middle - reach));
			int upper = (int) Math.min(from, Math.ceil(middle + reach));
			float[] line = new float[upper - lower];
			double sum = 0;
			for (int n = 0; n < line.length; n++) {
				double covered = Math.min(lower + n + 1, middle + reach) - Math.max(lower + n, middle - reach);
				line[n] = (float) covered;
				sum += covered;
			}
			for (int n = 0; n < line.length; n++) {
				line[n] /= (float) sum;
			}
			first[i] = lower;
			weights[i] = line;
		}
		return new Spread(first, weights);
	}

	int first(int pixel) {
		return first[pixel];
	}

	int count(int pixel) {
		return weights[pixel].length;
	}

	float weight(int pixel, int number) {
		return weights[pixel][number];
	}
}

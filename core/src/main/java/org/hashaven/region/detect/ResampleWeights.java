package org.hashaven.region.detect;

/** Which old pixels of a line a new one is made of, and how much of each. */
final class ResampleWeights {

	/** Old pixels to a new one: as many for all, some of them of no weight. */
	private final int count;
	/** The first old pixel of each new one. */
	private final int[] first;
	private final float[] weights;

	private ResampleWeights(int count, int[] first, float[] weights) {
		this.count = count;
		this.first = first;
		this.weights = weights;
	}

	/** Weights that resample a line from one number of pixels to another. */
	static ResampleWeights of(int from, int to) {
		double step = (double) from / to;
		double reach = Math.max(step, 1) / 2;
		int count = (int) Math.min(from, Math.ceil(2 * reach) + 1);
		int[] first = new int[to];
		float[] weights = new float[to * count];
		for (int i = 0; i < to; i++) {
			double lower = Math.max(0, (i + 0.5) * step - reach);
			double upper = Math.min(from, (i + 0.5) * step + reach);
			first[i] = Math.min((int) lower, from - count);
			for (int n = 0; n < count; n++) {
				double covered = Math.min(first[i] + n + 1, upper) - Math.max(first[i] + n, lower);
				weights[i * count + n] = (float) (Math.max(0, covered) / (upper - lower));
			}
		}
		return new ResampleWeights(count, first, weights);
	}

	int first(int pixel) {
		return first[pixel];
	}

	int count() {
		return count;
	}

	float weight(int pixel, int number) {
		return weights[pixel * count + number];
	}

	/** Brings a line to its new length. */
	void apply(float[] line, float[] to) {
		for (int x = 0; x < to.length; x++) {
			float sum = 0;
			for (int n = 0; n < count; n++) {
				sum += weights[x * count + n] * line[first[x] + n];
			}
			to[x] = sum;
		}
	}
}

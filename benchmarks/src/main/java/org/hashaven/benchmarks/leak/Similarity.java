package org.hashaven.benchmarks.leak;

/**
 * How like a drawn picture is to the original at 64 × 64.
 *
 * @param correlation
 *            Pearson's
 * @param ssim
 *            mean of the structural similarity in windows of 7 × 7; the drawn picture is given the original's mean and contrast first
 * @param band
 *            Pearson's correlation of both pictures' differences of Gaussians of 1 and 4 pixels: neither fine detail nor light and dark at
 *            large
 */
record Similarity(double correlation, double ssim, double band) {

	private static final int SIDE = Dct.SIDE;
	private static final int WINDOW = 7;
	private static final double C1 = 0.01 * 255 * 0.01 * 255;
	private static final double C2 = 0.03 * 255 * 0.03 * 255;
	private static final double FINE = 1;
	private static final double COARSE = 4;

	static Similarity of(float[] original, float[] drawn) {
		return new Similarity(correlation(original, drawn), ssim(original, shown(original, drawn)),
				correlation(bandPassed(original), bandPassed(drawn)));
	}

	static double correlation(float[] a, float[] b) {
		float[] x = standardised(a);
		float[] y = standardised(b);
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			sum += x[i] * y[i];
		}
		return sum / x.length;
	}

	/** With mean 0 and variance 1. */
	static float[] standardised(float[] picture) {
		double sum = 0;
		double squares = 0;
		for (float value : picture) {
			sum += value;
			squares += value * value;
		}
		double mean = sum / picture.length;
		double deviation = Math.sqrt(Math.max(1e-12, squares / picture.length - mean * mean));
		float[] standardised = new float[picture.length];
		for (int i = 0; i < picture.length; i++) {
			standardised[i] = (float) ((picture[i] - mean) / deviation);
		}
		return standardised;
	}

	/** The drawn picture with the mean and the contrast of the original, 0..255. */
	static float[] shown(float[] original, float[] drawn) {
		double sum = 0;
		double squares = 0;
		for (float value : original) {
			sum += value;
			squares += value * value;
		}
		double mean = sum / original.length;
		double deviation = Math.sqrt(Math.max(0, squares / original.length - mean * mean));
		float[] shown = standardised(drawn);
		for (int i = 0; i < shown.length; i++) {
			shown[i] = (float) Math.clamp(mean + deviation * shown[i], 0, 255);
		}
		return shown;
	}

	private static double ssim(float[] a, float[] b) {
		double sum = 0;
		int windows = SIDE - WINDOW + 1;
		for (int upper = 0; upper < windows; upper++) {
			for (int left = 0; left < windows; left++) {
				sum += ssim(a, b, upper * SIDE + left);
			}
		}
		return sum / (windows * windows);
	}

	private static double ssim(float[] a, float[] b, int first) {
		double sumA = 0;
		double sumB = 0;
		double squaresA = 0;
		double squaresB = 0;
		double products = 0;
		for (int i = 0; i < WINDOW * WINDOW; i++) {
			int at = first + i / WINDOW * SIDE + i % WINDOW;
			sumA += a[at];
			sumB += b[at];
			squaresA += a[at] * a[at];
			squaresB += b[at] * b[at];
			products += a[at] * b[at];
		}
		int count = WINDOW * WINDOW;
		double meanA = sumA / count;
		double meanB = sumB / count;
		double variances = squaresA / count - meanA * meanA + squaresB / count - meanB * meanB;
		double covariance = products / count - meanA * meanB;
		return (2 * meanA * meanB + C1) * (2 * covariance + C2) / ((meanA * meanA + meanB * meanB + C1) * (variances + C2));
	}

	private static float[] bandPassed(float[] picture) {
		float[] fine = blurred(blurred(picture, FINE, 1), FINE, SIDE);
		float[] coarse = blurred(blurred(picture, COARSE, 1), COARSE, SIDE);
		for (int i = 0; i < fine.length; i++) {
			fine[i] -= coarse[i];
		}
		return fine;
	}

	/** Blurred along one direction; past a side its last pixel is repeated. */
	private static float[] blurred(float[] picture, double sigma, int step) {
		int reach = (int) Math.ceil(3 * sigma);
		float[] blurred = new float[picture.length];
		for (int i = 0; i < picture.length; i++) {
			int position = i / step % SIDE;
			double sum = 0;
			double total = 0;
			for (int offset = -reach; offset <= reach; offset++) {
				double weight = Math.exp(-offset * offset / (2 * sigma * sigma));
				sum += weight * picture[i + (Math.clamp(position + offset, 0, SIDE - 1) - position) * step];
				total += weight;
			}
			blurred[i] = (float) (sum / total);
		}
		return blurred;
	}
}

package org.hashaven.benchmarks.leak;

/**
 * The 32 × 32 samples of a listed patch as a linear map of a picture that was stretched to a grid of any shape: bilinear interpolation
 * where the hasher samples.
 */
final class Patch {

	/** Samples in either direction. */
	static final int SIDE = 32;
	static final int SAMPLES = SIDE * SIDE;

	/** Four pixels of each sample and their weights. */
	private final int[] pixels = new int[4 * SAMPLES];
	private final float[] weights = new float[4 * SAMPLES];

	/**
	 * A patch.
	 *
	 * @param aspect
	 *            width divided by height of the picture before it was stretched
	 */
	Patch(Square place, double aspect, int width, int height) {
		double longerAcross = width * Math.max(1, 1 / aspect);
		double longerDown = height * Math.max(1, aspect);
		double cosine = Math.cos(place.angle()) * place.size() / SIDE;
		double sine = Math.sin(place.angle()) * place.size() / SIDE;
		for (int sample = 0; sample < SAMPLES; sample++) {
			int row = sample / SIDE;
			double u = sample % SIDE - (SIDE - 1) / 2.0;
			double v = row - (SIDE - 1) / 2.0;
			double x = width / 2.0 - 0.5 + (place.x() + u * cosine - v * sine) * longerAcross;
			double y = height / 2.0 - 0.5 + (place.y() + u * sine + v * cosine) * longerDown;
			between(Math.clamp(x, 0, width - 1.001), Math.clamp(y, 0, height - 1.001), width, 4 * sample);
		}
	}

	private void between(double x, double y, int width, int at) {
		int column = (int) x;
		int row = (int) y;
		int pixel = row * width + column;
		float dx = (float) (x - column);
		float dy = (float) (y - row);
		for (int corner = 0; corner < 4; corner++) {
			pixels[at + corner] = pixel + (corner / 2) * width + corner % 2;
			weights[at + corner] = (corner % 2 == 0 ? 1 - dx : dx) * (corner / 2 == 0 ? 1 - dy : dy);
		}
	}

	/** Takes the samples of a picture. */
	void sample(float[] picture, float[] samples) {
		for (int i = 0, at = 0; i < SAMPLES; i++, at += 4) {
			samples[i] = weights[at] * picture[pixels[at]] + weights[at + 1] * picture[pixels[at + 1]]
					+ weights[at + 2] * picture[pixels[at + 2]] + weights[at + 3] * picture[pixels[at + 3]];
		}
	}

	/** Adds a gradient with respect to the samples to one with respect to the picture. */
	void addGradient(float[] ofSamples, float[] ofPicture) {
		for (int at = 0; at < pixels.length; at++) {
			ofPicture[pixels[at]] += weights[at] * ofSamples[at / 4];
		}
	}
}

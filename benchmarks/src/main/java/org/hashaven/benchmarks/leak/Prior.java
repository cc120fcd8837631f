package org.hashaven.benchmarks.leak;

import java.util.List;
import java.util.Random;

/**
 * What an attacker expects of a picture before seeing the list: a Gaussian over its cosine coefficients, as a linear map from independent
 * standard Gaussians. Pictures have mean 0 and variance 1.
 */
final class Prior {

	private static final int COUNT = Dct.COUNT;

	private final float[] mean;
	/** Lower triangular; rows of one element each are a diagonal. */
	private final float[][] factor;
	private final boolean diagonal;

	private Prior(float[] mean, float[][] factor, boolean diagonal) {
		this.mean = mean;
		this.factor = factor;
		this.diagonal = diagonal;
	}

	/** Coefficients fall as the frequency to a power, in all directions alike, and are independent. */
	static Prior ofPower(double exponent) {
		float[][] factor = new float[COUNT][1];
		double sum = 0;
		for (int k = 1; k < COUNT; k++) {
			int across = k % Dct.KEPT;
			int down = k / Dct.KEPT;
			factor[k][0] = (float) Math.pow(Math.hypot(across, down), -exponent);
			sum += factor[k][0] * factor[k][0];
		}
		for (float[] row : factor) {
			row[0] *= (float) Math.sqrt(Dct.PIXELS / sum);
		}
		return new Prior(new float[COUNT], factor, true);
	}

	/**
	 * The mean and the covariance of pictures.
	 *
	 * @param wholes
	 *            coefficients of whole pictures, for the mean
	 * @param all
	 *            coefficients of these and of crops, for the covariance
	 * @param shrinkage
	 *            part that correlations are lowered by, 0..1
	 */
	static Prior trained(List<float[]> wholes, List<float[]> all, double shrinkage) {
		float[] mean = new float[COUNT];
		for (float[] picture : wholes) {
			for (int k = 1; k < COUNT; k++) {
				mean[k] += picture[k] / wholes.size();
			}
		}
		double[][] covariance = new double[COUNT][COUNT];
		for (float[] picture : all) {
			for (int i = 0; i < COUNT; i++) {
				double centred = picture[i] - mean[i];
				for (int j = 0; j <= i; j++) {
					covariance[i][j] += centred * (picture[j] - mean[j]) / all.size();
				}
			}
		}
		for (int i = 0; i < COUNT; i++) {
			for (int j = 0; j < i; j++) {
				covariance[i][j] *= 1 - shrinkage;
			}
			covariance[i][i] += 1e-6;
		}
		double[][] root = Cholesky.factor(covariance);
		float[][] factor = new float[COUNT][];
		for (int i = 0; i < COUNT; i++) {
			factor[i] = new float[i + 1];
			for (int j = 0; j <= i; j++) {
				factor[i][j] = (float) root[i][j];
			}
		}
		return new Prior(mean, factor, false);
	}

	/** The standard deviation of a coefficient around zero. */
	float deviation(int coefficient) {
		double sum = mean[coefficient] * mean[coefficient];
		for (float element : factor[coefficient]) {
			sum += element * element;
		}
		return (float) Math.sqrt(sum);
	}

	/** The coefficients of a whitened picture: one whose values are independent standard Gaussians under this prior. */
	float[] coefficients(float[] whitened) {
		float[] coefficients = mean.clone();
		for (int i = 0; i < COUNT; i++) {
			float[] row = factor[i];
			float sum = 0;
			if (diagonal) {
				sum = row[0] * whitened[i];
			} else {
				for (int j = 0; j < row.length; j++) {
					sum += row[j] * whitened[j];
				}
			}
			coefficients[i] += sum;
		}
		return coefficients;
	}

	/** The gradient with respect to the whitened picture. */
	float[] gradient(float[] ofCoefficients) {
		float[] gradient = new float[COUNT];
		for (int i = 0; i < COUNT; i++) {
			float[] row = factor[i];
			float factorOfRow = ofCoefficients[i];
			if (diagonal) {
				gradient[i] = row[0] * factorOfRow;
			} else {
				for (int j = 0; j < row.length; j++) {
					gradient[j] += row[j] * factorOfRow;
				}
			}
		}
		return gradient;
	}

	/** Independent standard Gaussians. */
	static float[] standard(Random random) {
		float[] standard = new float[COUNT];
		for (int i = 0; i < COUNT; i++) {
			standard[i] = (float) random.nextGaussian();
		}
		return standard;
	}
}

package org.hashaven.benchmarks.leak;

/** The lower triangular root of a symmetric positive definite matrix, to draw from a Gaussian and to solve equations. */
final class Cholesky {

	private Cholesky() {
	}

	/**
	 * Returns the factor, a row longer by one than the row before.
	 *
	 * @param matrix
	 *            of which the lower triangle is read
	 */
	static double[][] factor(double[][] matrix) {
		double[][] factor = new double[matrix.length][];
		for (int i = 0; i < matrix.length; i++) {
			factor[i] = new double[i + 1];
			for (int j = 0; j <= i; j++) {
				double sum = matrix[i][j];
				for (int k = 0; k < j; k++) {
					sum -= factor[i][k] * factor[j][k];
				}
				factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
			}
		}
		return factor;
	}

	/** Returns the solution x of L Lᵗ x = right. */
	static double[] solve(double[][] factor, double[] right) {
		double[] solution = right.clone();
		for (int i = 0; i < solution.length; i++) {
			for (int k = 0; k < i; k++) {
				solution[i] -= factor[i][k] * solution[k];
			}
			solution[i] /= factor[i][i];
		}
		for (int i = solution.length - 1; i >= 0; i--) {
			solution[i] /= factor[i][i];
			for (int k = 0; k < i; k++) {
				solution[k] -= factor[i][k] * solution[i];
			}
		}
		return solution;
	}
}

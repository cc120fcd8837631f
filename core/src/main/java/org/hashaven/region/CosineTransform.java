package org.hashaven.region;

import java.util.Arrays;

/** The lowest frequencies, the constant first, of the cosine transform of a square of samples. */
final class CosineTransform {

	/** Frequencies in either direction that a result has room for. */
	static final int ROOM = 16;

	private final int side;
	private final int kept;
	/** Frequency after frequency. */
	private final float[] waves;
	/** The same, sample after sample, {@value #ROOM} each. */
	private final float[] turned;

	CosineTransform(int side, int kept) {
		this.side = side;
		this.kept = kept;
		waves = new float[kept * side];
		turned = new float[side * ROOM];
		for (int k = 0; k < kept; k++) {
			for (int j = 0; j < side; j++) {
				float value = (float) StrictMath.cos(Math.PI * k * (2 * j + 1) / (2.0 * side));
				waves[k * side + j] = value;
				turned[j * ROOM + k] = value;
			}
		}
	}

	/**
	 * The transform, not normed.
	 *
	 * @param to
	 *            takes 16 × 16 values from {@code first} on: row {@code v}, column {@code u} is frequency u along rows, v down columns
	 */
	void transform(float[] samples, float[] to, int first) {
		float[] row = new float[side];
		for (int v = 0; v < kept; v++) {
			Arrays.fill(row, 0);
			for (int k = 0; k < side; k += 4) {
				addFour(row, samples, k * side, waves, v * side + k);
			}
			for (int j = 0; j < side; j++) {
				addRow(to, first + v * ROOM, turned, j * ROOM, row[j]);
			}
		}
	}

	private void addFour(float[] row, float[] samples, int from, float[] factors, int at) {
		float a = factors[at];
		float b = factors[at + 1];
		float c = factors[at + 2];
		float d = factors[at + 3];
		for (int j = 0; j < side; j++) {
			row[j] += a * samples[from + j] + b * samples[from + side + j] + c * samples[from + 2 * side + j]
					+ d * samples[from + 3 * side + j];
		}
	}

	private static void addRow(float[] to, int first, float[] wave, int from, float factor) {
		for (int u = 0; u < ROOM; u++) {
			to[first + u] += factor * wave[from + u];
		}
	}
}

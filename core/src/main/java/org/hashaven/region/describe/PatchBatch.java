package org.hashaven.region.describe;

import java.util.Arrays;
import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.ScaleSpace;

/**
 * Squares side by side, each row of samples through all of them, so that what is done to one sample after the other is done in long runs;
 * scratch of one thread and picture.
 */
final class PatchBatch {

	/** Patches per batch: enough for long loops, few enough to fit the first-level cache. */
	static final int MOST = 8;

	private static final int SIDE = PatchSampler.SIDE;

	/** Samples of a row. */
	static final int WIDTH = MOST * SIDE;

	private final float[][] rows = new float[SIDE][WIDTH];
	private final float[] means = new float[WIDTH];
	private final Gradients gradients = new Gradients();
	private final EdgeEnergy edges = new EdgeEnergy();
	private final float[][] luma = new float[ProductCode.LUMA.kept()][WIDTH];
	private final float[][][] energies = new float[EdgeEnergy.DIRECTIONS][ProductCode.EDGES.kept()][WIDTH];
	private final float[] line = new float[EdgeEnergy.SIDE];
	private final float[] folded = new float[SIDE];
	private int count;

	void clear() {
		count = 0;
	}

	boolean isFull() {
		return count == MOST;
	}

	/** Takes one more square. */
	void sample(ScaleSpace space, Keypoint spot) {
		PatchSampler.sample(space, spot, rows, count * SIDE);
		count++;
	}

	/** Makes coefficients of the squares taken; after this they are no samples any more. */
	void transform() {
		gradients.clear();
		edges.clear();
		for (int y = 1; y < SIDE - 1; y++) {
			gradients.take(rows[y - 1], rows[y], rows[y + 1]);
			edges.add(gradients, ProductCode.WEIGHTS[y], y / 2);
		}
		weigh();
		ProductCode.LUMA.down(rows, luma);
		for (int direction = 0; direction < EdgeEnergy.DIRECTIONS; direction++) {
			ProductCode.EDGES.down(edges.rows(direction), energies[direction]);
		}
	}

	/** The samples without their mean, weighed. */
	private void weigh() {
		Arrays.fill(means, 0);
		for (float[] row : rows) {
			add(row, means);
		}
		for (int patch = 0; patch < count; patch++) {
			double sum = 0;
			for (int x = patch * SIDE; x < (patch + 1) * SIDE; x++) {
				sum += means[x];
			}
			Arrays.fill(means, patch * SIDE, (patch + 1) * SIDE, (float) (sum / (SIDE * SIDE)));
		}
		for (int y = 0; y < SIDE; y++) {
			weigh(rows[y], means, ProductCode.WEIGHTS[y]);
		}
	}

	private static void add(float[] row, float[] to) {
		for (int x = 0; x < to.length; x++) {
			to[x] += row[x];
		}
	}

	private static void weigh(float[] row, float[] means, float[] weights) {
		for (int x = 0; x < row.length; x++) {
			row[x] = (row[x] - means[x]) * weights[x];
		}
	}

	/** Whether a square taken shows edges of more than one direction. */
	boolean isRound(int patch) {
		return IsotropyFilter.isRound(gradients, patch);
	}

	/** What the hash of a square taken is the signs of. */
	float[] coefficients(int patch) {
		float[] coefficients = new float[(1 + EdgeEnergy.DIRECTIONS) * ProductCode.CHANNEL];
		for (int v = 0; v < luma.length; v++) {
			ProductCode.LUMA.along(luma[v], patch * SIDE, folded, coefficients, v * CosineTransform.ROOM);
		}
		for (int direction = 0; direction < EdgeEnergy.DIRECTIONS; direction++) {
			for (int v = 0; v < energies[direction].length; v++) {
				EdgeEnergy.pairs(energies[direction][v], patch, line);
				ProductCode.EDGES.along(line, 0, folded, coefficients, (1 + direction) * ProductCode.CHANNEL + v * CosineTransform.ROOM);
			}
		}
		return coefficients;
	}
}

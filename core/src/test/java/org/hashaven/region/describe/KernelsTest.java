package org.hashaven.region.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.Plane;
import org.hashaven.region.detect.ScaleSpace;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Every fast kernel equals its slow twin. */
class KernelsTest {

	private final long seed = Seeds.next();
	private final Random random = new Random(seed);

	private float[] samples(int count) {
		float[] samples = new float[count];
		for (int i = 0; i < count; i++) {
			samples[i] = random.nextFloat() * 255;
		}
		return samples;
	}

	private float[][] rows(int width, int height) {
		float[][] rows = new float[height][];
		for (int y = 0; y < height; y++) {
			rows[y] = samples(width);
		}
		return rows;
	}

	/** Two squares side by side, of which the second is looked at. */
	@Test
	void cosineTransform_randomSquares_equalsItsDefinition() {
		for (int[] form : new int[][]{{32, 10}, {16, 8}, {32, 16}}) {
			int side = form[0];
			float[][] rows = rows(2 * side, side);
			float[][] samples = Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
			CosineTransform transform = new CosineTransform(side, form[1]);
			float[][] down = new float[form[1]][2 * side];
			float[] transformed = new float[form[1]];
			transform.down(rows, down);
			for (int v = 0; v < form[1]; v++) {
				transform.along(down[v], side, new float[side], transformed, 0);
				for (int u = 0; u < form[1]; u++) {
					double sum = 0;
					for (int y = 0; y < side; y++) {
						for (int x = 0; x < side; x++) {
							sum += samples[y][side + x] * Math.cos(Math.PI * u * (2 * x + 1) / (2.0 * side))
									* Math.cos(Math.PI * v * (2 * y + 1) / (2.0 * side));
						}
					}
					assertThat(transformed[u]).as(Seeds.describe(seed)).isCloseTo((float) sum, within(1f));
				}
			}
		}
	}

	/** Squares in the middle, on a side and in a corner, against the value at each of their places. */
	@Test
	void sample_turnedSquares_isTheValueAtEachPlace() {
		Plane plane = new Plane(90, 80, rows(90, 80));
		ScaleSpace space = ScaleSpace.of(plane);
		for (double[] place : new double[][]{{45, 40, 30, 0.4}, {12, 40, 40, -2}, {88, 3, 50, 3}, {44, 41, 56, 0}}) {
			Keypoint spot = new Keypoint((float) place[0], (float) place[1], place[2], place[3], 1);
			float[][] rows = new float[PatchSampler.SIDE][PatchSampler.SIDE + 5];
			PatchSampler.sample(space, spot, rows, 5);
			double step = spot.side() / PatchSampler.SIDE;
			ScaleSpace.View view = space.near(step);
			for (int row = 0; row < PatchSampler.SIDE; row++) {
				for (int column = 0; column < PatchSampler.SIDE; column++) {
					double u = (column - 15.5) * step;
					double v = (row - 15.5) * step;
					float expected = view.at((float) (spot.x() + Math.cos(spot.angle()) * u - Math.sin(spot.angle()) * v),
							(float) (spot.y() + Math.sin(spot.angle()) * u + Math.cos(spot.angle()) * v));
					assertThat(rows[row][5 + column]).as(Seeds.describe(seed)).isCloseTo(expected, within(0.05f));
				}
			}
		}
	}

	/** Luma and edges of each square of a batch, transformed by definition. */
	@Test
	void coefficients_randomSquares_equalTheirDefinition() {
		ScaleSpace space = ScaleSpace.of(new Plane(90, 80, rows(90, 80)));
		PatchBatch batch = new PatchBatch();
		int side = PatchSampler.SIDE;
		float[][] samples = new float[side][PatchBatch.WIDTH];
		for (int i = 0; i < 3; i++) {
			Keypoint spot = new Keypoint(30 + 10 * i, 40, 32 + i, i, 1);
			batch.sample(space, spot);
			PatchSampler.sample(space, spot, samples, i * side);
		}
		batch.transform();
		for (int patch = 0; patch < 3; patch++) {
			float[] coefficients = batch.coefficients(patch);
			double[][][] channels = channels(samples, patch * side);
			for (int i = 0; i < 5 * ProductCode.LUMA.kept() * ProductCode.LUMA.kept(); i++) {
				int channel = i % 5;
				int u = i / 5 % ProductCode.LUMA.kept();
				int v = i / 5 / ProductCode.LUMA.kept();
				if (channel > 0 && Math.max(u, v) >= ProductCode.EDGES.kept()) {
					continue;
				}
				int cells = channels[channel].length;
				double sum = 0;
				for (int y = 0; y < cells; y++) {
					for (int x = 0; x < cells; x++) {
						sum += channels[channel][y][x] * Math.cos(Math.PI * u * (2 * x + 1) / (2.0 * cells))
								* Math.cos(Math.PI * v * (2 * y + 1) / (2.0 * cells));
					}
				}
				assertThat(coefficients[channel * ProductCode.CHANNEL + v * CosineTransform.ROOM + u])
						.as("%d: %d, %d; %s", channel, u, v, Seeds.describe(seed)).isCloseTo((float) sum, within(0.5f));
			}
		}
	}

	/** Weighed luma without its mean, and roots of gradients in four directions, in half as many cells. */
	private static double[][][] channels(float[][] samples, int first) {
		int side = PatchSampler.SIDE;
		double[][][] channels = new double[5][side / 2][side / 2];
		channels[0] = new double[side][side];
		double mean = 0;
		for (int i = 0; i < side * side; i++) {
			mean += samples[i / side][first + i % side] / (side * side);
		}
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				float weight = ProductCode.WEIGHTS[y][x];
				channels[0][y][x] = weight * (samples[y][first + x] - mean);
				if (x > 0 && y > 0 && x < side - 1 && y < side - 1) {
					double across = samples[y][first + x + 1] - samples[y][first + x - 1];
					double down = samples[y + 1][first + x] - samples[y - 1][first + x];
					channels[1][y / 2][x / 2] += weight * Math.sqrt(Math.abs(across));
					channels[2][y / 2][x / 2] += weight * Math.sqrt(Math.abs(down));
					channels[3][y / 2][x / 2] += weight * Math.sqrt(Math.abs(across + down) * Math.sqrt(0.5));
					channels[4][y / 2][x / 2] += weight * Math.sqrt(Math.abs(across - down) * Math.sqrt(0.5));
				}
			}
		}
		return channels;
	}
}

package org.hashaven.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hashaven.image.RgbImage;
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

	@Test
	void blur_anySigma_equalsItsDefinition() {
		for (double sigma : new double[]{0.5, 1.1, 1.5, 2.4, 3.1}) {
			Plane plane = new Plane(39, 11, rows(39, 11));
			Plane blurred = GaussianBlur.blur(plane, sigma);
			float[] kernel = GaussianBlur.kernel(sigma);
			int radius = kernel.length - 1;
			for (int y = 0; y < plane.height(); y++) {
				for (int x = 0; x < plane.width(); x++) {
					double sum = 0;
					for (int dy = -radius; dy <= radius; dy++) {
						for (int dx = -radius; dx <= radius; dx++) {
							int fromX = Math.clamp(x + dx, 0, plane.width() - 1);
							int fromY = Math.clamp(y + dy, 0, plane.height() - 1);
							sum += kernel[Math.abs(dx)] * kernel[Math.abs(dy)] * plane.rows()[fromY][fromX];
						}
					}
					assertThat(blurred.rows()[y][x]).as(Seeds.describe(seed)).isCloseTo((float) sum, within(0.01f));
				}
			}
		}
	}

	/** The slow way: every value that is at least as strong as all 26 around it. */
	@Test
	void scan_randomPlane_findsAllExtrema() {
		Plane cells = new Plane(14, 10, rows(14, 10));
		Plane plane = Plane.of(84, 60);
		for (int y = 0; y < plane.height(); y++) {
			for (int x = 0; x < plane.width(); x++) {
				plane.rows()[y][x] = cells.at(x / 6f, y / 6f);
			}
		}
		ScaleSpace space = ScaleSpace.of(plane);
		int count = 0;
		for (int octave = 0; octave < space.octaves(); octave++) {
			Differences differences = new Differences(space, octave);
			Set<List<Integer>> expected = new HashSet<>();
			for (int level = 0; level < Differences.COUNT; level++) {
				for (int y = 0; y < differences.height(); y++) {
					for (int x = 0; x < differences.width(); x++) {
						if (differences.hasNeighbours(level, x, y) && isExtremum(differences, level, x, y)) {
							expected.add(List.of(level, x, y));
						}
					}
				}
			}
			Set<List<Integer>> found = new HashSet<>();
			ExtremaScan.scan(differences, 0.12f, (level, x, y) -> found.add(List.of(level, x, y)));
			assertThat(found).as("octave %d; %s", octave, Seeds.describe(seed)).isEqualTo(expected);
			count += found.size();
		}
		assertThat(count).as(Seeds.describe(seed)).isPositive();
	}

	@Test
	void scan_planesOfFewColumns_findsNothing() {
		for (int width = 1; width <= 2; width++) {
			Differences differences = new Differences(ScaleSpace.of(new Plane(width, 40, rows(width, 40))), 0);
			ExtremaScan.scan(differences, 0, (level, x, y) -> {
				throw new AssertionError("no pixel has neighbours on all sides");
			});
		}
	}

	private static boolean isExtremum(Differences differences, int level, int x, int y) {
		float own = differences.at(level, x, y);
		boolean highest = own > 0;
		boolean lowest = own < 0;
		for (int i = 0; i < 27; i++) {
			float other = differences.at(level + i / 9 - 1, x + i % 3 - 1, y + i / 3 % 3 - 1);
			highest &= other <= own;
			lowest &= other >= own;
		}
		return Math.abs(own) >= 0.12f && (highest || lowest);
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

	@Test
	void reduce_anySize_keepsTheMean() {
		for (int round = 0; round < 20; round++) {
			int width = 1 + random.nextInt(80);
			int height = 1 + random.nextInt(80);
			byte[] grey = new byte[width * height];
			random.nextBytes(grey);
			double mean = 0;
			for (byte each : grey) {
				mean += Byte.toUnsignedInt(each) / (double) grey.length;
			}
			Plane plane = LumaReducer.reduce(RgbImage.ofGrey(width, height, grey), 1 + random.nextInt(width * height), 1);
			double reduced = 0;
			for (float[] row : plane.rows()) {
				for (float each : row) {
					reduced += each / ((double) plane.width() * plane.height());
				}
			}
			assertThat(reduced).as("%d x %d; %s", width, height, Seeds.describe(seed)).isCloseTo(mean, within(0.05));
		}
	}

	/**
	 * A blob whose place and blur are known: that of a Gaussian of blur s is strongest at s, for differences of Gaussians a little less.
	 */
	@Test
	void detect_gaussianBetweenPixels_findsItsCentre() {
		Plane plane = Plane.of(160, 120);
		for (int y = 0; y < 120; y++) {
			for (int x = 0; x < 160; x++) {
				plane.rows()[y][x] = (float) (100 + 80 * Math.exp(-((x - 70.3) * (x - 70.3) + (y - 55.6) * (y - 55.6)) / (2 * 36)));
			}
		}
		Blob blob = BlobDetector.detect(ScaleSpace.of(plane)).stream().max((a, b) -> Float.compare(a.strength(), b.strength()))
				.orElseThrow();
		assertThat(blob.x()).isCloseTo(70.3f, within(0.1f));
		assertThat(blob.y()).isCloseTo(55.6f, within(0.1f));
		assertThat(blob.sigma()).isBetween(4.5f, 7f);
	}
}

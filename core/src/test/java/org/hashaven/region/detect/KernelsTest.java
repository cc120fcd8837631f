package org.hashaven.region.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

package org.hashaven.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
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

	@Test
	void cosineTransformEqualsItsDefinition() {
		for (int[] form : new int[][]{{32, 10}, {16, 8}, {32, 16}}) {
			int side = form[0];
			float[] samples = samples(side * side);
			float[] transformed = new float[CosineTransform.ROOM * CosineTransform.ROOM];
			new CosineTransform(side, form[1]).transform(samples, transformed, 0);
			for (int v = 0; v < form[1]; v++) {
				for (int u = 0; u < form[1]; u++) {
					double sum = 0;
					for (int i = 0; i < samples.length; i++) {
						sum += samples[i] * Math.cos(Math.PI * u * (2 * (i % side) + 1) / (2.0 * side))
								* Math.cos(Math.PI * v * (2 * (i / side) + 1) / (2.0 * side));
					}
					assertThat(transformed[v * CosineTransform.ROOM + u]).as(Seeds.describe(seed)).isCloseTo((float) sum, within(1f));
				}
			}
		}
	}

	@Test
	void blurEqualsItsDefinition() {
		for (double sigma : new double[]{0.5, 1.1, 2.4}) {
			Plane plane = new Plane(19, 11, samples(19 * 11));
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
							sum += kernel[Math.abs(dx)] * kernel[Math.abs(dy)] * plane.values()[fromY * plane.width() + fromX];
						}
					}
					assertThat(blurred.values()[y * plane.width() + x]).as(Seeds.describe(seed)).isCloseTo((float) sum, within(0.01f));
				}
			}
		}
	}

	@Test
	void reducingKeepsTheMean() {
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
			for (float each : plane.values()) {
				reduced += each / (double) plane.values().length;
			}
			assertThat(reduced).as("%d x %d; %s", width, height, Seeds.describe(seed)).isCloseTo(mean, within(0.05));
		}
	}

	/**
	 * A blob whose place and blur are known: that of a Gaussian of blur s is strongest at s, for differences of Gaussians a little less.
	 */
	@Test
	void blobIsFoundBetweenPixels() {
		Plane plane = Plane.of(160, 120);
		for (int y = 0; y < 120; y++) {
			for (int x = 0; x < 160; x++) {
				plane.values()[y * 160
						+ x] = (float) (100 + 80 * Math.exp(-((x - 70.3) * (x - 70.3) + (y - 55.6) * (y - 55.6)) / (2 * 36)));
			}
		}
		Blob blob = BlobDetector.detect(ScaleSpace.of(plane)).stream().max((a, b) -> Float.compare(a.strength(), b.strength()))
				.orElseThrow();
		assertThat(blob.x()).isCloseTo(70.3f, within(0.1f));
		assertThat(blob.y()).isCloseTo(55.6f, within(0.1f));
		assertThat(blob.sigma()).isBetween(4.5f, 7f);
	}
}

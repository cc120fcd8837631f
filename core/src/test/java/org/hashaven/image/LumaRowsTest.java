package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Each row, read four bytes at a time, has the luma of its pixels. */
class LumaRowsTest {

	@Test
	void take_anyShape_isTheWeighedSumOfEachPixel() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		for (int round = 0; round < 50; round++) {
			int width = random.nextInt(1, 70);
			int height = random.nextInt(1, 5);
			int channels = random.nextBoolean() ? 1 : 3;
			byte[] samples = new byte[width * height * channels];
			random.nextBytes(samples);
			LumaRows rows = new LumaRows(
					channels == 1 ? RgbImage.ofGrey(width, height, samples) : RgbImage.ofRgb(width, height, samples));
			float[] luma = new float[width * height];
			for (int row = 0; row < height; row++) {
				rows.take(row, luma, row * width);
			}
			for (int pixel = 0; pixel < luma.length; pixel++) {
				assertThat(luma[pixel]).as(Seeds.describe(seed)).isEqualTo(luma(samples, pixel, channels));
			}
		}
	}

	private static float luma(byte[] samples, int pixel, int channels) {
		if (channels == 1) {
			return samples[pixel] & 0xff;
		}
		int at = 3 * pixel;
		return (19_595 * (samples[at] & 0xff) + 38_470 * (samples[at + 1] & 0xff) + 7_471 * (samples[at + 2] & 0xff)) / 65_536f;
	}
}

package org.hashaven.view.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.view.raster.Plane;
import org.hashaven.view.raster.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How round corners are is seen, and they are filled with the picture. */
class CornersTest {

	private static final Window WINDOW = new Window(40, 30, 200, 120);

	/** A grey picture with such corners on white. */
	private static Plane rounded(int radius) {
		float[] luma = new float[300 * 200];
		Arrays.fill(luma, 250);
		for (int y = 30; y < 150; y++) {
			for (int x = 40; x < 240; x++) {
				double fromX = Math.max(0, radius - Math.min(x - 39.5, 239.5 - x));
				double fromY = Math.max(0, radius - Math.min(y - 29.5, 149.5 - y));
				luma[y * 300 + x] = Math.hypot(fromX, fromY) > radius ? 250 : 90;
			}
		}
		return new Plane(300, 200, luma);
	}

	@ParameterizedTest
	@ValueSource(ints = {10, 20, 30})
	void seesTheRadius(int radius) {
		assertThat(Corners.radius(rounded(radius), WINDOW)).isBetween(radius - 5.0, radius + 5.0);
	}

	@Test
	void squareCornersHaveNone() {
		assertThat(Corners.radius(rounded(0), WINDOW)).isZero();
	}

	@Test
	void fillsAllFourWithThePicture() {
		int side = PdqHasher.SAMPLE_SIDE;
		float[] samples = new float[PdqHasher.SAMPLES];
		for (int row = 0; row < side; row++) {
			for (int column = 0; column < side; column++) {
				double x = Math.max(0, 8 - Math.min(column + 0.5, side - column - 0.5));
				double y = Math.max(0, 8 - Math.min(row + 0.5, side - row - 0.5));
				samples[row * side + column] = Math.hypot(x, y) > 7.8 ? 250 : 90;
			}
		}
		Corners.fill(samples, 8, 8);
		for (float sample : samples) {
			assertThat(sample).isEqualTo(90);
		}
	}
}

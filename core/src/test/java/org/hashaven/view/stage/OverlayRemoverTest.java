package org.hashaven.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashaven.view.raster.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strokes on a slope are hidden or replaced, and the slope is left. */
class OverlayRemoverTest {

	private static final int WIDTH = 240;
	private static final int HEIGHT = 180;

	private static float slope(int at) {
		return 60 + 0.4f * (at % WIDTH);
	}

	/** Upright strokes three pixels broad and one that crosses them. */
	private static boolean isStroke(int at) {
		int x = at % WIDTH;
		int y = at / WIDTH;
		return y >= 40 && y < 140 && x >= 40 && x < 200 && (x % 20 < 3 || Math.abs(y - 90) <= 1);
	}

	private static boolean isBeside(int at, int away) {
		for (int row = -away; row <= away; row++) {
			for (int column = -away; column <= away; column++) {
				if (isStroke(at + row * WIDTH + column)) {
					return true;
				}
			}
		}
		return false;
	}

	private static Plane lettered(int tone, int edge, double opacity) {
		float[] luma = new float[WIDTH * HEIGHT];
		for (int i = 0; i < luma.length; i++) {
			float over = isStroke(i) ? tone : edge >= 0 && isBeside(i, 1) ? edge : slope(i);
			luma[i] = (float) (slope(i) + opacity * (over - slope(i)));
		}
		return new Plane(WIDTH, HEIGHT, luma);
	}

	@ParameterizedTest
	@ValueSource(ints = {0, 255})
	void inkIsHiddenAndLittleElse(int tone) {
		float[] seen = OverlayRemover.of(lettered(tone, -1, 1)).withoutInk(0.018, 60, false).orElseThrow().luma();
		int hidden = 0;
		for (int i = 0; i < seen.length; i++) {
			assertThat(seen[i]).isEqualTo(isBeside(i, 2) ? 0f : 1f);
			hidden += seen[i] == 0 ? 1 : 0;
		}
		assertThat(hidden).isLessThan(seen.length / 2);
	}

	@Test
	void edgesAreHiddenWithTheirInk() {
		float[] seen = OverlayRemover.of(lettered(255, 0, 1)).withoutInk(0.026, 60, true).orElseThrow().luma();
		for (int i = 0; i < seen.length; i++) {
			assertThat(seen[i]).isEqualTo(isBeside(i, 3) ? 0f : 1f);
		}
	}

	@Test
	void watermarksAreReplaced() {
		float[] replaced = OverlayRemover.of(lettered(255, -1, 0.4)).withoutWatermark(0.014).orElseThrow().luma();
		for (int i = 0; i < replaced.length; i++) {
			assertThat(replaced[i]).isBetween(slope(i) - 5, slope(i) + 1);
		}
	}

	@Test
	void aSlopeHasNone() {
		OverlayRemover strokes = OverlayRemover.of(lettered(255, -1, 0));
		assertThat(strokes.withoutInk(0.018, 60, true)).isEmpty();
		assertThat(strokes.withoutWatermark(0.014)).isEmpty();
	}
}

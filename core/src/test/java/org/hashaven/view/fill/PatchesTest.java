package org.hashaven.view.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.view.raster.Plane;
import org.junit.jupiter.api.Test;

/** Even patches are found where they are, and filled with what lies around them. */
class PatchesTest {

	private static final int WIDTH = 240;
	private static final int HEIGHT = 180;

	/** Stripes all over, and an even disc on them. */
	private static Plane striped(int middleX, int middleY, int radius) {
		float[] luma = new float[WIDTH * HEIGHT];
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				boolean inside = Math.hypot(x - middleX, y - middleY) <= radius;
				luma[y * WIDTH + x] = inside ? 200 : (x + y) % 8 * 20;
			}
		}
		return new Plane(WIDTH, HEIGHT, luma);
	}

	@Test
	void findsADisc() {
		assertThat(Patches.find(striped(100, 80, 30), 4)).singleElement().satisfies(box -> {
			assertThat(box[0] * WIDTH).isBetween(68.0, 72.0);
			assertThat(box[1] * HEIGHT).isBetween(48.0, 52.0);
			assertThat(box[2] * WIDTH).isBetween(128.0, 132.0);
			assertThat(box[3] * HEIGHT).isBetween(108.0, 112.0);
		});
	}

	@Test
	void leavesWhatIsTooSmallOrTooLarge() {
		assertThat(Patches.find(striped(100, 80, 4), 4)).isEmpty();
		assertThat(Patches.find(striped(120, 90, 89), 4)).isEmpty();
	}

	/** A film over a slope is the slope. */
	@Test
	void fillsASlopeAsItWas() {
		int side = PdqHasher.SAMPLE_SIDE;
		float[] samples = new float[PdqHasher.SAMPLES];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = 50 + 2 * (i % side);
		}
		float[] covered = samples.clone();
		for (int row = 28; row < 36; row++) {
			for (int column = 28; column < 36; column++) {
				covered[row * side + column] = 255;
			}
		}
		Patches.fill(covered, List.of(new double[]{26.0 / side, 26.0 / side, 38.0 / side, 38.0 / side}));
		for (int i = 0; i < samples.length; i++) {
			assertThat(covered[i]).isBetween(samples[i] - 4, samples[i] + 4);
		}
	}
}

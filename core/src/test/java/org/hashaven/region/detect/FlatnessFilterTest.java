package org.hashaven.region.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Squares with more and less of one tone. */
class FlatnessFilterTest {

	private static final int SIDE = 100;

	private final long seed = Seeds.next();

	/** Noise, but for so many rows of one tone. */
	private Plane plane(int evenRows, float tone) {
		SplittableRandom random = new SplittableRandom(seed);
		Plane plane = Plane.of(SIDE, SIDE);
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				plane.rows()[y][x] = y < evenRows ? tone : random.nextInt(256);
			}
		}
		return plane;
	}

	private static boolean isEven(Plane plane, double angle) {
		return FlatnessFilter.isEven(plane, new Keypoint(SIDE / 2f, SIDE / 2f, SIDE, angle, 1));
	}

	@Test
	void moreThanTwoFifthsOfOneToneIsADrawnThing() {
		for (float tone : new float[]{0, 90.4f, 255, 300}) {
			assertThat(isEven(plane(45, tone), 0)).as("%s, %s", tone, Seeds.describe(seed)).isTrue();
			assertThat(isEven(plane(33, tone), 0)).as("%s, %s", tone, Seeds.describe(seed)).isFalse();
			assertThat(isEven(plane(45, tone), Math.PI)).isTrue();
		}
	}

	@Test
	void whatLiesOutsideThePictureDoesNotCount() {
		Plane plane = plane(45, 10);
		assertThat(FlatnessFilter.isEven(plane, new Keypoint(SIDE / 2f, SIDE - 10, 60, 0, 1))).isFalse();
		assertThat(FlatnessFilter.isEven(plane, new Keypoint(SIDE / 2f, 10, 60, 0, 1))).isTrue();
	}
}

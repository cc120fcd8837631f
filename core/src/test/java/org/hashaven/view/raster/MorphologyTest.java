package org.hashaven.view.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Least values equal those looked for one by one; opened and closed planes lose what is thin and keep what is not. */
class MorphologyTest {

	@ParameterizedTest
	@CsvSource({"1,1,1", "7,5,1", "20,13,2", "13,20,3", "9,9,8", "40,30,5", "3,50,4"})
	void leastIsTheLeastOfEach(int width, int height, int radius) {
		int[] values = new SplittableRandom(width).ints((long) width * height, 0, 256).toArray();
		Morphology squares = new Morphology(width, height);
		squares.least(values, 9);
		int[] least = squares.least(values, radius);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int expected = Integer.MAX_VALUE;
				for (int row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
					for (int column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++) {
						expected = Math.min(expected, values[row * width + column]);
					}
				}
				assertThat(least[y * width + x]).isEqualTo(expected);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({"200,100", "100,200"})
	void openedAndClosedLoseThinThings(int thing, int ground) {
		int side = 30;
		int[] values = new int[side * side];
		for (int i = 0; i < values.length; i++) {
			int x = i % side;
			values[i] = (x >= 4 && x < 7) || (x >= 15 && x < 25) ? thing : ground;
		}
		int[] light = new Morphology(side, side).opened(values, 2);
		int[] dark = new Morphology(side, side).closed(values, 2);
		int[] lost = thing > ground ? light : dark;
		int[] kept = thing > ground ? dark : light;
		assertThat(lost[10 * side + 5]).isEqualTo(ground);
		assertThat(lost[10 * side + 20]).isEqualTo(thing);
		assertThat(kept[10 * side + 5]).isEqualTo(thing);
		assertThat(kept[10 * side + 10]).isEqualTo(ground);
	}
}

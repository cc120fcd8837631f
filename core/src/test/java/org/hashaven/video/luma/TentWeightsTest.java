package org.hashaven.video.luma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The weights give what filtering every pixel twice and keeping one value of each cell gives. */
class TentWeightsTest {

	@ParameterizedTest
	@ValueSource(ints = {5, 63, 64, 65, 100, 127, 128, 129, 240, 319, 480, 512, 720, 1080, 1280, 3840, 7680, 16384})
	void equalsTwoRoundsOfTheBox(int pixels) {
		long seed = Seeds.next();
		double[] row = new SplittableRandom(seed).doubles(pixels, 0, 255).toArray();
		double[] filtered = box(box(row));
		TentWeights forward = TentWeights.of(pixels, false);
		TentWeights backward = TentWeights.of(pixels, true);
		for (int sample = 0; sample < 64; sample++) {
			double expected = filtered[(int) ((sample + 0.5) * pixels / 64)];
			double there = 0;
			double back = 0;
			for (int i = 0; i < forward.weights()[sample].length; i++) {
				there += forward.weights()[sample][i] * row[forward.first()[sample] + i];
				back += backward.weights()[sample][i] * row[pixels - 1 - backward.first()[sample] - i];
			}
			assertThat(there).as("%s, sample %d", Seeds.describe(seed), sample).isCloseTo(expected, within(1e-3));
			assertThat(back).as("%s, sample %d", Seeds.describe(seed), sample).isCloseTo(expected, within(1e-3));
		}
	}

	/** The mean of the window around each pixel, as the reference has it: it grows, slides and shrinks. */
	private static double[] box(double[] row) {
		int window = (row.length + 127) / 128;
		int ahead = (window + 2) / 2 - 1;
		double[] means = new double[row.length];
		for (int i = 0; i < row.length; i++) {
			int from = Math.max(0, i + ahead - window + 1);
			int to = Math.min(row.length - 1, i + ahead);
			double sum = 0;
			for (int j = from; j <= to; j++) {
				sum += row[j];
			}
			means[i] = sum / (to - from + 1);
		}
		return means;
	}
}

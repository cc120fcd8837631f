package org.hashaven.video.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Times count from the first frame and never run backwards, whatever a file says. */
class FrameClockTest {

	private static long[] times(double... timestamps) {
		FrameClock clock = new FrameClock();
		return DoubleStream.of(timestamps).mapToLong(clock::timeMs).toArray();
	}

	@Test
	void countsFromTheFirstFrame() {
		assertThat(times(1.4, 1.44, 1.5, 3)).containsExactly(0, 40, 100, 1_600);
		assertThat(times(-0.2, 0, 0.2)).containsExactly(0, 200, 400);
	}

	@Test
	void framesWithoutATimeGoOnInStep() {
		assertThat(times(Double.NaN, Double.NaN, Double.NaN)).containsExactly(0, 40, 80);
		assertThat(times(5, 5.1, Double.NaN, 5.3)).containsExactly(0, 100, 200, 300);
	}

	@Test
	void aLittleOutOfOrderIsHeld() {
		assertThat(times(0, 0.1, 0.06, 0.2)).containsExactly(0, 100, 100, 200);
	}

	@Test
	void jumpsGoOnFromTheFrameBefore() {
		assertThat(times(100, 100.1, 0, 0.1)).containsExactly(0, 100, 200, 300);
		assertThat(times(0, 0.1, 95_443, 95_443.1)).containsExactly(0, 100, 200, 300);
	}

	@Test
	void aPictureMayStandStill() {
		assertThat(times(0, 300, 300.5)).containsExactly(0, 300_000, 300_500);
	}
}

package org.hashaven.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Shares, distances and costs. */
class FiguresTest {

	@Test
	void sharesHaveWilsonsInterval() {
		Proportion half = new Proportion(50, 100);
		assertThat(half.percent()).isEqualTo(50);
		assertThat(half.leastPercent()).isCloseTo(40.38, within(0.01));
		assertThat(half.mostPercent()).isCloseTo(59.62, within(0.01));
		assertThat(new Proportion(0, 10).leastPercent()).isZero();
		assertThat(new Proportion(0, 10).mostPercent()).isCloseTo(27.75, within(0.01));
		assertThat(new Proportion(10, 10).mostPercent()).isEqualTo(100);
		assertThat(new Proportion(10, 10).plus(new Proportion(5, 20))).isEqualTo(new Proportion(15, 30));
	}

	@Test
	void nothingTriedSaysNothing() {
		Proportion none = new Proportion(0, 0);
		assertThat(none.percent()).isZero();
		assertThat(none.leastPercent()).isZero();
		assertThat(none.mostPercent()).isEqualTo(100);
		assertThat(new LatencySamples(new long[0]).quantileMs(0.5)).isZero();
		assertThat(new Histogram().quantile(0.5)).isZero();
		assertThat(new Histogram().least()).isEqualTo(257);
	}

	@Test
	void histogramsCountAndRank() {
		Histogram histogram = new Histogram();
		for (int i = 0; i < 100; i++) {
			histogram.add(2 * i);
		}
		histogram.add(256);
		assertThat(histogram.total()).isEqualTo(101);
		assertThat(histogram.least()).isZero();
		assertThat(histogram.within(31)).isEqualTo(16);
		assertThat(histogram.within(256)).isEqualTo(101);
		assertThat(histogram.quantile(0.5)).isEqualTo(100);
		assertThat(histogram.quantile(1)).isEqualTo(256);
		Histogram twice = new Histogram();
		twice.addAll(histogram);
		twice.addAll(histogram);
		assertThat(twice.count(198)).isEqualTo(2);
		assertThat(twice.count(199)).isZero();
	}

	@Test
	void costsAreRankedInMilliseconds() {
		long[] nanos = new long[100];
		for (int i = 0; i < nanos.length; i++) {
			nanos[i] = 1_000_000L * (100 - i);
		}
		LatencySamples costs = new LatencySamples(nanos);
		assertThat(costs.count()).isEqualTo(100);
		assertThat(costs.quantileMs(0.5)).isEqualTo(50);
		assertThat(costs.quantileMs(0.99)).isEqualTo(99);
		assertThat(costs.quantileMs(1)).isEqualTo(100);
		assertThat(costs.quantileMs(0)).isEqualTo(1);
	}

	@Test
	void mixedSeedsHaveNothingInCommon() {
		long first = Seeds.mix(1, 2, 3);
		assertThat(Seeds.mix(1, 2, 3)).isEqualTo(first);
		for (long other : new long[]{Seeds.mix(1, 2, 4), Seeds.mix(1, 3, 3), Seeds.mix(2, 2, 3), Seeds.mix(1, 3, 2), Seeds.mix(1, 2)}) {
			assertThat(Long.bitCount(first ^ other)).isBetween(12, 52);
		}
	}
}

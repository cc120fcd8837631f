package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.junit.jupiter.api.Test;

/** vPDQ's rule: frames of enough quality, found within the distance anywhere in the other video. */
class VpdqComparisonTest {

	private static FrameHash frame(int bits, int quality) {
		long low = bits >= 64 ? -1 : (1L << bits) - 1;
		return new FrameHash(0, Hash256.ofWords(0, 0, 0, low), quality);
	}

	@Test
	void countsTheFramesOfEachSide() {
		List<FrameHash> query = List.of(frame(0, 100), frame(1, 100), frame(63, 100), frame(0, 49));
		List<FrameHash> index = List.of(frame(31, 50), frame(2, 12));
		// 31 bits from 0, 30 from 1, 32 from 63.
		assertThat(VpdqComparison.of(query, index)).isEqualTo(new VpdqComparison(200.0 / 3, 100));
		assertThat(VpdqComparison.of(query, index, 30, 50)).isEqualTo(new VpdqComparison(100.0 / 3, 100));
		assertThat(VpdqComparison.of(index, query)).isEqualTo(new VpdqComparison(100, 200.0 / 3));
	}

	@Test
	void nothingGoodMatchesNothing() {
		assertThat(VpdqComparison.of(List.of(frame(0, 49)), List.of(frame(0, 100)))).isEqualTo(new VpdqComparison(0, 0));
		assertThat(VpdqComparison.of(List.of(), List.of(frame(0, 100)))).isEqualTo(new VpdqComparison(0, 0));
	}
}

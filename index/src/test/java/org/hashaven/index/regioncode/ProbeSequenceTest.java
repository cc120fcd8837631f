package org.hashaven.index.regioncode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeSequenceTest {

	@ParameterizedTest
	@ValueSource(ints = {1, 2, 3, 5, 6, 7, 10, 13, 16})
	void masks_anyWidth_areTheLightestSets(int bits) {
		assertThat(Arrays.stream(ProbeSequence.of(bits).masks()).boxed()).containsExactlyElementsOf(NaiveRegionSearch.masks(bits));
	}

	@Test
	void masks_widestSlot_beginWithTheLeastReliableBits() {
		assertThat(ProbeSequence.of(CodeSlot.MAX_BUCKET_BITS).masks()).hasSize(ProbeSequence.MAX_PROBES).doesNotHaveDuplicates()
				.startsWith(0, 1, 2, 4, 3, 8);
	}

	@Test
	void buckets_anyOrderOfBits_flipThoseOfTheMasks() {
		ProbeSequence probes = ProbeSequence.of(10);
		int[] bits = {1 << 4, 1 << 9, 1, 1 << 7, 1 << 2, 1 << 1, 1 << 8, 1 << 3, 1 << 6, 1 << 5};
		int[] buckets = new int[3 + probes.size()];

		probes.buckets(0b1100110011, bits, buckets, 3);

		int[] masks = probes.masks();
		for (int probe = 0; probe < masks.length; probe++) {
			int mask = masks[probe];
			int flips = IntStream.range(0, 10).filter(rank -> (mask >> rank & 1) != 0).map(rank -> bits[rank]).sum();
			assertThat(buckets[3 + probe]).isEqualTo(0b1100110011 ^ flips);
		}
	}
}

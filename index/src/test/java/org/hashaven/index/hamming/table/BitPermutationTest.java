package org.hashaven.index.hamming.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.testdata.hashes.HashPopulation.Kind;
import org.hashaven.testdata.hashes.NaiveHamming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bits in another order: distances stay, and crowded slots are thinned out where that helps. */
class BitPermutationTest {

	private static final int HASHES = 3_000;

	private final long seed = Seeds.next();

	private static BitPermutation arrangementOf(HashPopulation population) {
		BitSample sample = new BitSample();
		for (int row = 0; row < population.size(); row++) {
			sample.add(population.hash(row));
		}
		return sample.arrangement();
	}

	@Test
	void fairBitsStayWhereTheyAre() {
		for (Kind kind : new Kind[]{Kind.UNIFORM, Kind.PDQ_LIKE, Kind.CLUSTERED}) {
			assertThat(arrangementOf(HashPopulation.of(kind, 20 * HASHES, seed)).sources()).as("%s, %s", kind, Seeds.describe(seed))
					.isNull();
		}
	}

	@Test
	void bitsThatFollowFromEachOtherGoToDifferentSlots() {
		byte[] sources = Objects.requireNonNull(arrangementOf(HashPopulation.of(Kind.CORRELATED_BITS, HASHES, seed)).sources(),
				() -> "left as they were, " + Seeds.describe(seed));

		int together = 0;
		for (int bit = 0; bit < 256; bit++) {
			for (int other = bit / 16 * 16; other < bit; other++) {
				together += (sources[bit] & 0xFF) / 4 == (sources[other] & 0xFF) / 4 ? 1 : 0;
			}
		}
		// As they were: 64 groups of four bits, all six pairs of each in one slot.
		assertThat(together).as(Seeds.describe(seed)).isLessThan(64 * 6 / 10);
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void distancesStayAndHashesComeBack(Kind kind) {
		HashPopulation population = HashPopulation.of(kind, HASHES, seed);
		byte[] sources = new byte[256];
		SplittableRandom random = new SplittableRandom(seed);
		for (int bit = 0; bit < 256; bit++) {
			int other = random.nextInt(bit + 1);
			sources[bit] = sources[other];
			sources[other] = (byte) bit;
		}
		for (BitPermutation arrangement : new BitPermutation[]{BitPermutation.AS_IS, arrangementOf(population),
				BitPermutation.of(sources)}) {
			for (int row = 1; row < 50; row++) {
				long[] one = population.hash(row);
				long[] two = population.hash(row - 1);
				int distanceBits = NaiveHamming.distance(one, two);
				arrangement.arrange(one);
				arrangement.arrange(two);
				assertThat(NaiveHamming.distance(one, two)).as(Seeds.describe(seed)).isEqualTo(distanceBits);
				arrangement.restore(one);
				assertThat(one).as(Seeds.describe(seed)).isEqualTo(population.hash(row));
			}
		}
	}

	@Test
	void anOrderWithoutABitIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> BitPermutation.of(new byte[256]));
	}
}

package org.hashaven.testdata.hashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HashPopulationTest {

	@ParameterizedTest
	@EnumSource
	void oneSeedGivesOnePopulation(HashPopulation.Kind kind) {
		long seed = Seeds.next();

		HashPopulation once = HashPopulation.of(kind, 1_000, seed);
		HashPopulation again = HashPopulation.of(kind, 1_000, seed);
		HashPopulation other = HashPopulation.of(kind, 1_000, seed + 1);

		for (int i = 0; i < HashPopulation.WORDS; i++) {
			assertThat(once.column(i)).as(Seeds.describe(seed)).isEqualTo(again.column(i));
		}
		assertThat(once.column(3)).as(Seeds.describe(seed)).isNotEqualTo(other.column(3));
	}

	@Test
	void pdqLikeHashesHaveHalfTheirBitsSet() {
		long seed = Seeds.next();
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.PDQ_LIKE, 1_000, seed);

		for (int row = 0; row < population.size(); row++) {
			assertThat(NaiveHamming.distance(population.hash(row), HashPopulation.filled(0))).as(Seeds.describe(seed)).isEqualTo(128);
		}
	}

	@Test
	void burstsLieCloseTogether() {
		long seed = Seeds.next();
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.BURSTS, 500, seed);

		for (int row = 1; row < population.size(); row++) {
			assertThat(NaiveHamming.distance(population.hash(row), population.hash(row - 1))).as(Seeds.describe(seed)).isLessThan(5);
		}
	}

	@Test
	void plantedQueriesLieAtTheirDistance() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);

		for (int distanceBits = 0; distanceBits <= HashPopulation.BITS; distanceBits++) {
			long[] hash = HashPopulation.uniform(random);
			long[] near = HashPopulation.near(hash, distanceBits, random);
			assertThat(NaiveHamming.distance(hash, near)).as(Seeds.describe(seed)).isEqualTo(distanceBits);
		}
	}

	@Test
	void plantedQueriesOfTheSameWeightKeepIt() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.PDQ_LIKE, 129, seed);

		for (int row = 0; row <= 128; row++) {
			long[] near = HashPopulation.nearOfSameWeight(population.hash(row), 2 * row, random);
			assertThat(NaiveHamming.distance(population.hash(row), near)).as(Seeds.describe(seed)).isEqualTo(2 * row);
			assertThat(NaiveHamming.distance(near, HashPopulation.filled(0))).as(Seeds.describe(seed)).isEqualTo(128);
		}
	}

	@Test
	void theOracleCountsBits() {
		long[] zeros = HashPopulation.filled(0);

		assertThat(NaiveHamming.distance(zeros, zeros)).isZero();
		assertThat(NaiveHamming.distance(zeros, HashPopulation.filled(-1L))).isEqualTo(256);
		assertThat(NaiveHamming.distance(zeros, new long[]{Long.MIN_VALUE, 1, 0, 3})).isEqualTo(4);
	}

	@Test
	void theOracleTakesTheRadiusAsInclusive() {
		long seed = Seeds.next();
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.UNIFORM, 50, seed);
		long[] query = HashPopulation.near(population.hash(7), 31, new SplittableRandom(seed));

		assertThat(Arrays.stream(NaiveHamming.within(population, query, 31)).boxed()).as(Seeds.describe(seed)).contains(7);
		assertThat(Arrays.stream(NaiveHamming.within(population, query, 30)).boxed()).as(Seeds.describe(seed)).doesNotContain(7);
	}
}

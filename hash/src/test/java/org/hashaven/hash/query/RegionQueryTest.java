package org.hashaven.hash.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Bits ranked by their reliability, and the distances that follow from it. */
class RegionQueryTest {

	private static final RegionGeometry PLACE = new RegionGeometry(0.1, -0.2, 0.3);

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	private float[] reliabilities() {
		float[] reliabilities = new float[Region.CODE_BITS];
		for (int bit = 0; bit < reliabilities.length; bit++) {
			reliabilities[bit] = (float) Math.exp(random.nextDouble(-20, 5));
		}
		return reliabilities;
	}

	@Test
	void totalWeight_allRanks_isTheirSum() {
		assertThat(RegionQuery.TOTAL_WEIGHT).isEqualTo(IntStream.rangeClosed(3, 66).sum());
	}

	@Test
	void weight_allBits_isAPermutationOf3To66() {
		for (int round = 0; round < 200; round++) {
			RegionQuery query = RegionQuery.of(random.nextLong(), reliabilities(), PLACE);
			int[] weights = IntStream.range(0, Region.CODE_BITS).map(query::weight).sorted().toArray();
			assertThat(weights).as(Seeds.describe(seed)).containsExactly(IntStream.rangeClosed(3, 66).toArray());
		}
	}

	@Test
	void weight_moreReliableBit_countsMore() {
		for (int round = 0; round < 50; round++) {
			float[] reliabilities = reliabilities();
			RegionQuery query = RegionQuery.of(random.nextLong(), reliabilities, PLACE);
			for (int bit = 0; bit < reliabilities.length; bit++) {
				float own = reliabilities[bit];
				int lower = 0;
				int atMost = 0;
				for (float other : reliabilities) {
					lower += other < own ? 1 : 0;
					atMost += other <= own ? 1 : 0;
				}
				assertThat(query.weight(bit)).as(Seeds.describe(seed)).isBetween(3 + lower, 2 + atMost);
			}
		}
	}

	@Test
	void weight_equalReliabilities_followsTheBits() {
		RegionQuery query = RegionQuery.of(5, new float[Region.CODE_BITS], PLACE);
		assertThat(IntStream.range(0, Region.CODE_BITS).map(query::weight)).containsExactlyElementsOf(
				IntStream.rangeClosed(3, 66).boxed().toList());
	}

	@Test
	void weight_reliabilitiesChangedAfterwards_stays() {
		float[] reliabilities = reliabilities();
		RegionQuery query = RegionQuery.of(1, reliabilities, PLACE);
		int[] before = IntStream.range(0, Region.CODE_BITS).map(query::weight).toArray();
		Arrays.fill(reliabilities, 0);
		assertThat(IntStream.range(0, Region.CODE_BITS).map(query::weight).toArray()).containsExactly(before);
	}

	@Test
	void distance_itself_isZero() {
		RegionQuery query = RegionQuery.of(random.nextLong(), reliabilities(), PLACE);
		assertThat(query.distance(query.code())).isZero();
	}

	@Test
	void distance_complement_isTotalWeight() {
		RegionQuery query = RegionQuery.of(random.nextLong(), reliabilities(), PLACE);
		assertThat(query.distance(~query.code())).isEqualTo(RegionQuery.TOTAL_WEIGHT).isEqualTo(2_208);
	}

	@Test
	void distance_anyCode_isTheSumOfDifferingWeights() {
		for (int round = 0; round < 500; round++) {
			RegionQuery query = RegionQuery.of(random.nextLong(), reliabilities(), PLACE);
			long other = random.nextLong();
			int sum = 0;
			for (int bit = 0; bit < Region.CODE_BITS; bit++) {
				sum += (query.code() >>> bit & 1) == (other >>> bit & 1) ? 0 : query.weight(bit);
			}
			assertThat(query.distance(other)).as(Seeds.describe(seed)).isEqualTo(sum);
		}
	}

	@Test
	@SuppressWarnings("NullAway") // null is what is tested
	void of_anotherNumberOfBits_isRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> RegionQuery.of(1, new float[63], PLACE)).withMessage("a code has 64 bits");
		assertThatIllegalArgumentException().isThrownBy(() -> RegionQuery.of(1, new float[65], PLACE));
		assertThatNullPointerException().isThrownBy(() -> RegionQuery.of(1, new float[64], null)).withMessage("place");
	}

	@Test
	void of_codeAndPlace_keepsThem() {
		RegionQuery query = RegionQuery.of(-7, reliabilities(), PLACE);
		assertThat(query.code()).isEqualTo(-7);
		assertThat(query.place()).isEqualTo(PLACE);
	}

	@Test
	void toString_anyQuery_showsNeitherCodeNorPlace() {
		assertThat(RegionQuery.of(random.nextLong(), reliabilities(), PLACE)).hasToString("RegionQuery[hidden]");
	}
}

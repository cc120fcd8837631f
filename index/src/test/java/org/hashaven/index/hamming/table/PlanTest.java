package org.hashaven.index.hamming.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;

/** Whatever a plan chooses, it leads to every hash within the radius; and it goes where there is little to read. */
class PlanTest {

	private static final SlotLayout LAYOUT = new SlotLayout(10_000_000, 16);

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	@Test
	void someSlotLeadsToEveryHashWithinTheRadius() {
		for (int round = 0; round < 2_000; round++) {
			int radius = random.nextInt(65);
			Plan plan = new Plan();
			assertThat(plan.choose(LAYOUT, radius, crowding(), Double.MAX_VALUE)).isTrue();
			for (int i = 0; i < 20; i++) {
				// Differing bits all over, or bunched in few slots, which is what thresholds are tried by.
				long[] differing = HashPopulation.near(HashPopulation.filled(0), random.nextInt(radius + 1), random);
				if (i % 2 == 0) {
					differing = bunched(random.nextInt(radius + 1));
				}
				assertThat(leads(plan, differing)).as("radius %d, %s", radius, Seeds.describe(seed)).isTrue();
			}
		}
	}

	private int[] crowding() {
		return IntStream.range(0, 32).map(i -> 1 << random.nextInt(24)).toArray();
	}

	private long[] bunched(int bits) {
		long[] words = new long[4];
		int at = random.nextInt(256);
		for (int i = 0; i < bits; i++) {
			words[at >>> 6] |= 1L << at;
			at = (at + 1 + (random.nextInt(8) == 0 ? random.nextInt(40) : 0)) % 256;
		}
		return words;
	}

	private static boolean leads(Plan plan, long[] differing) {
		return IntStream.range(0, 16).anyMatch(slot -> {
			int bits = Integer.bitCount(SlotLayout.slotBits(differing, slot));
			int nextBits = Integer.bitCount(SlotLayout.slotBits(differing, SlotLayout.next(slot)));
			return bits <= plan.threshold(slot) && nextBits <= plan.sketchLimit(slot, bits);
		});
	}

	@Test
	void aFairQueryLooksEquallyFarInEachSlotAndACrowdedSlotIsLeftOut() {
		int[] fair = IntStream.range(0, 32).map(i -> i % 2 == 0 ? 152 : 16 * 152).toArray();
		Plan plan = new Plan();
		plan.choose(LAYOUT, 31, fair, Double.MAX_VALUE);
		assertThat(IntStream.range(0, 16).map(plan::threshold)).containsOnly(1);

		int[] crowded = fair.clone();
		crowded[6] = 5_000_000;
		crowded[7] = 5_000_000;
		plan.choose(LAYOUT, 31, crowded, Double.MAX_VALUE);
		assertThat(plan.threshold(3)).isEqualTo(-1);
		assertThat(IntStream.range(0, 16).map(slot -> plan.threshold(slot) + 1).sum()).isEqualTo(32);

		assertThat(plan.choose(LAYOUT, 31, fair, 10_000)).isFalse();
	}
}

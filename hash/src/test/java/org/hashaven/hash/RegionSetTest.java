package org.hashaven.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Each rule of a set is enforced, by name, and no earlier than at its limit. */
class RegionSetTest {

	private final SplittableRandom codes = new SplittableRandom(2);

	private Region region(double x, double y, double size) {
		return new Region(codes.nextLong(), new RegionGeometry(x, y, size));
	}

	/** Four small regions near the corners and these. */
	private static List<Region> cornersAnd(Region... more) {
		List<Region> regions = new ArrayList<>();
		for (Region region : RegionSets.regions(16)) {
			if (Math.abs(region.place().x()) > 0.3 && Math.abs(region.place().y()) > 0.3) {
				regions.add(region);
			}
		}
		assertThat(regions).hasSize(4);
		regions.addAll(List.of(more));
		return regions;
	}

	private static void assertAccepted(List<Region> regions) {
		assertThat(new RegionSet(regions, false).list()).isEqualTo(regions);
	}

	private static void assertRefused(List<Region> regions, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionSet(regions, false)).withMessageContaining(reason)
				.satisfies(e -> assertThat(e.getMessage()).doesNotContain(regions.getFirst().toText().substring(0, 6), "0.")
						.hasLineCount(1));
	}

	@Test
	void regionSet_noRegions_isNone() {
		assertThat(new RegionSet(List.of(), false)).isEqualTo(RegionSet.NONE);
		assertThat(RegionSet.NONE.isEmpty()).isTrue();
		assertThat(RegionSet.NONE.size()).isZero();
	}

	@Test
	void regionSet_4To16Regions_keepsThemInOrder() {
		for (int count = 4; count <= 16; count++) {
			assertAccepted(RegionSets.regions(count));
			assertThat(RegionSets.set(count).size()).isEqualTo(count);
			assertThat(RegionSets.set(count).isEmpty()).isFalse();
		}
	}

	@Test
	void regionSet_tooFewOrTooMany_isRefused() {
		for (int count : new int[]{1, 2, 3, 17}) {
			assertRefused(RegionSets.regions(count), "a photo has 4 to 16 regions, or none");
		}
	}

	@Test
	void regionSet_regionTooLarge_isRefused() {
		assertAccepted(cornersAnd(region(0, 0, 0.36)));
		assertRefused(cornersAnd(region(0, 0, 0.361)), "too large");
	}

	@Test
	void regionSet_codesAlike_isRefused() {
		Region one = region(0, 0, 0.1);
		RegionGeometry elsewhere = new RegionGeometry(0.1, 0.2, 0.1);
		assertAccepted(cornersAnd(one, new Region(one.code() ^ 0x7fffL << 30, elsewhere)));
		assertRefused(cornersAnd(one, new Region(one.code() ^ 0x3fffL << 30, elsewhere)), "alike");
		assertRefused(cornersAnd(one, new Region(one.code(), elsewhere)), "alike");
	}

	@Test
	void regionSet_twoAtTheSamePlace_isRefused() {
		Region one = region(0, 0, 0.2);
		assertRefused(cornersAnd(one, region(0, 0, 0.2)), "at the same place");
		assertRefused(cornersAnd(one, region(0.034, 0.034, 0.2)), "at the same place");
		assertAccepted(cornersAnd(one, region(0.036, 0.036, 0.2)));
		assertRefused(cornersAnd(one, region(0, 0, 0.29)), "at the same place");
		assertAccepted(cornersAnd(one, region(0, 0, 0.31)));
		assertRefused(cornersAnd(one, region(0, 0, 0.14)), "at the same place");
		assertAccepted(cornersAnd(one, region(0, 0, 0.13)));
	}

	@Test
	void regionSet_tooMuchCovered_isRefused() {
		List<Region> regions = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			regions.add(region(-0.32 + 0.32 * (i % 3), i < 3 ? -0.3 : 0.3, 0.36));
			if (i >= 3 && i < 5) {
				assertAccepted(regions);
			}
		}
		assertRefused(regions, "cover too much");
	}

	/** Sixteen of the largest would cover one and a third of the square if they did not overlap. */
	@Test
	void regionSet_overlappingRegions_countOnce() {
		List<Region> regions = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			regions.add(region(-0.15 + 0.1 * (i % 4), -0.15 + 0.1 * Math.floorDiv(i, 4), 0.36));
		}
		assertAccepted(regions);
	}

	@Test
	void regionSet_allInOneSpot_isRefused() {
		List<Region> regions = new ArrayList<>(List.of(region(-0.125, 0, 0.05), region(-0.05, 0, 0.05), region(0.05, 0, 0.05)));
		regions.add(region(0.124, 0, 0.05));
		assertRefused(regions, "not spread");
		regions.set(3, region(0.125, 0, 0.05));
		assertAccepted(regions);
	}

	/** The grid's measure of what is covered against that of many points. */
	@Test
	void builder_randomRegions_coverWhatTheyMay() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		boolean someRefused = false;
		for (int round = 0; round < 15; round++) {
			RegionSet.Builder builder = new RegionSet.Builder();
			List<Region> taken = new ArrayList<>();
			while (taken.size() < RegionSet.MAX_REGIONS) {
				Region region = new Region(random.nextLong(), new RegionGeometry(random.nextDouble(-0.5, 0.5), random.nextDouble(-0.5, 0.5),
						random.nextDouble(0.2, 0.36)));
				List<Region> more = new ArrayList<>(taken);
				more.add(region);
				if (builder.accepts(region)) {
					builder.add(region);
					taken = more;
					assertThat(covered(taken)).as(Seeds.describe(seed)).isLessThan(0.42 + 0.02);
				} else if (isDistinct(region, taken)) {
					assertThat(covered(more)).as(Seeds.describe(seed)).isGreaterThan(0.42 - 0.02);
					someRefused = true;
					break;
				}
			}
			assertThat(builder.size()).isEqualTo(taken.size());
			RegionSet built = builder.build();
			assertThat(built.list()).as(Seeds.describe(seed)).isEqualTo(built.isEmpty() ? List.of() : taken);
		}
		assertThat(someRefused).isTrue();
	}

	private static boolean isDistinct(Region region, List<Region> others) {
		return others.stream().allMatch(other -> region.distanceBits(other) >= 15
				&& Math.hypot(region.place().x() - other.place().x(), region.place().y() - other.place().y()) >= 0.25 * 0.36);
	}

	/** The part of the square over the longer side whose points lie in the inner four fifths of some region. */
	private static double covered(List<Region> regions) {
		int steps = 150;
		int inside = 0;
		for (int i = 0; i < steps * steps; i++) {
			double x = (i % steps + 0.5) / steps - 0.5;
			double y = (Math.floorDiv(i, steps) + 0.5) / steps - 0.5;
			inside += regions.stream().map(Region::place).anyMatch(place -> contains(place, x - place.x(), y - place.y())) ? 1 : 0;
		}
		return inside / (double) (steps * steps);
	}

	private static boolean contains(RegionGeometry place, double x, double y) {
		return Math.max(Math.abs(x), Math.abs(y)) < 0.4 * place.size();
	}

	@Test
	void accepts_brokenRule_isFalse() {
		RegionSet.Builder builder = new RegionSet.Builder();
		Region one = region(0, 0, 0.2);
		assertThat(builder.accepts(one)).isTrue();
		assertThat(builder.size()).as("accepts adds nothing").isZero();
		builder.add(one);
		assertThat(builder.accepts(region(0, 0.2, 0.361))).as("too large").isFalse();
		assertThat(builder.accepts(new Region(one.code() ^ 0x3fff, new RegionGeometry(0.3, 0, 0.2)))).as("alike").isFalse();
		assertThat(builder.accepts(region(0.01, 0, 0.2))).as("same place").isFalse();
		assertThat(builder.accepts(region(0.3, 0, 0.2))).isTrue();
	}

	@Test
	void accepts_full_isFalse() {
		RegionSet.Builder builder = new RegionSet.Builder();
		List<Region> regions = RegionSets.regions(17);
		for (Region region : regions.subList(0, 16)) {
			assertThat(builder.accepts(region)).isTrue();
			builder.add(region);
		}
		assertThat(builder.accepts(regions.getLast())).isFalse();
		assertThat(builder.build()).isEqualTo(RegionSets.set(16));
	}

	@Test
	void build_tooFew_isNone() {
		RegionSet.Builder builder = new RegionSet.Builder();
		for (Region region : RegionSets.regions(4)) {
			assertThat(builder.build()).isEqualTo(RegionSet.NONE);
			builder.add(region);
		}
		assertThat(builder.build()).isEqualTo(RegionSets.set(4));
		assertThat(builder.size()).isEqualTo(4);
	}

	@Test
	void build_allInOneSpot_isNone() {
		RegionSet.Builder builder = new RegionSet.Builder();
		for (int i = 0; i < 6; i++) {
			builder.add(region(0.04 * i, 0, 0.05));
		}
		assertThat(builder.build()).isEqualTo(RegionSet.NONE);
		builder.add(region(0.25, 0, 0.05));
		assertThat(builder.build().size()).isEqualTo(7);
	}

	@Test
	@SuppressWarnings("NullAway") // null is what is tested
	void list_callersListChanges_stays() {
		List<Region> regions = RegionSets.regions(5);
		RegionSet set = new RegionSet(regions, false);
		regions.removeLast();
		assertThat(set.size()).isEqualTo(5);
		assertThat(set.list()).isUnmodifiable();
		assertThatNullPointerException().isThrownBy(() -> new RegionSet(null, false));
	}

	@Test
	void withMayBePassedOn_set_changesOnlyThat() {
		RegionSet set = RegionSets.set(6);
		assertThat(set.mayBePassedOn()).isFalse();
		RegionSet allowed = set.withMayBePassedOn(true);
		assertThat(allowed.mayBePassedOn()).isTrue();
		assertThat(allowed.list()).isEqualTo(set.list());
		assertThat(allowed).isNotEqualTo(set);
		assertThat(allowed.withMayBePassedOn(false)).isEqualTo(set);
	}

	@Test
	void mayBePassedOn_noRegions_isFalse() {
		assertThat(RegionSet.NONE.withMayBePassedOn(true)).isEqualTo(RegionSet.NONE);
		assertThat(new RegionSet(List.of(), true)).isEqualTo(RegionSet.NONE);
	}

	@Test
	void toString_anySet_showsOnlyHowMany() {
		assertThat(RegionSets.set(7).withMayBePassedOn(true)).hasToString("RegionSet[7]");
		assertThat(RegionSet.NONE).hasToString("RegionSet[0]");
	}
}

package org.hashaven.benchmarks.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hashaven.benchmarks.safety.RecurringRegions.Recurring;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.kinds.Kind;
import org.junit.jupiter.api.Test;

/** The attacker finds what recurs, and makes records of it that say what their recipes say. */
final class PoisonRecipeTest {

	private static final int EXAMPLES = 10;
	private static final int SHARED = 12;
	private static final int CHANGED_BITS = RegionCodes.HIT_BITS / 3;

	private final long seed = Seeds.next();
	private final Random random = new Random(seed);

	/** Examples with regions of a template, each with some bits changed, among as many of their own. */
	private List<List<Region>> examples(List<Region> template) {
		List<List<Region>> examples = new ArrayList<>();
		for (int example = 0; example < EXAMPLES; example++) {
			List<Region> regions = new ArrayList<>();
			for (Region region : template) {
				regions.add(RegionCodes.flipped(region, CHANGED_BITS, random));
				regions.add(RegionCodes.random(region.place(), random));
			}
			Collections.shuffle(regions, random);
			examples.add(regions);
		}
		return examples;
	}

	private List<Region> template() {
		List<Region> template = new ArrayList<>();
		for (int i = 0; i < SHARED; i++) {
			int row = i / 4;
			template.add(RegionCodes.random(new RegionGeometry(i % 4 * 0.2 - 0.3, row * 0.2 - 0.2, 0.1), random));
		}
		return template;
	}

	@Test
	void clusters_sharedRegions_areFoundInAllExamples() {
		List<Region> template = template();

		List<Recurring> clusters = new RecurringRegions(examples(template)).clusters();

		assertThat(clusters).as(Seeds.describe(seed)).filteredOn(cluster -> cluster.examples().cardinality() == EXAMPLES).hasSize(SHARED)
				.allSatisfy(cluster -> assertThat(template)
						.anyMatch(region -> RegionCodes.distanceBits(region, cluster.region()) <= CHANGED_BITS));
	}

	@Test
	void record_everyRecipe_hasRegionsWithinThePicture() {
		List<Recurring> clusters = new RecurringRegions(examples(template())).clusters();
		List<Hash256> wholes = Collections.nCopies(EXAMPLES, RegionCodes.randomWhole(random));

		for (PoisonRecipe recipe : PoisonRecipe.ALL) {
			if (recipe.rule() == PoisonRecipe.Rule.REPEATED) {
				assertThatThrownBy(() -> recipe.record(clusters, wholes, wholes, random)).as(Seeds.describe(seed))
						.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("alike");
				continue;
			}
			HashRecord record = recipe.record(clusters, wholes, wholes, random).orElseThrow();
			assertThat(record.regions().list()).as(recipe.name() + ", " + Seeds.describe(seed)).hasSizeBetween(4, RegionSet.MAX_REGIONS);
		}
	}

	@Test
	void record_shrunk_placesLieNearTheMiddle() {
		PoisonRecipe shrunk = PoisonRecipe.ALL.stream().filter(recipe -> recipe.name().equals("shrunk")).findFirst().orElseThrow();
		List<Recurring> clusters = new RecurringRegions(examples(template())).clusters();

		HashRecord record = shrunk.record(clusters, Collections.nCopies(EXAMPLES, RegionCodes.randomWhole(random)),
				Collections.nCopies(EXAMPLES, RegionCodes.randomWhole(random)), random).orElseThrow();

		assertThat(record.regions().list()).as(Seeds.describe(seed)).allSatisfy(region -> {
			assertThat(Math.abs(region.place().x())).isLessThanOrEqualTo(0.3 * shrunk.scale() + 0.01);
			assertThat(region.place().size()).isLessThan(0.1);
		});
	}

	@Test
	void record_nothingRecurs_isEmpty() {
		for (PoisonRecipe recipe : PoisonRecipe.ALL) {
			assertThat(recipe.record(List.of(), List.of(RegionCodes.randomWhole(random)), List.of(RegionCodes.randomWhole(random)), random))
					.as(recipe.name()).isEmpty();
		}
	}

	@Test
	void allowedKinds_wordWithoutAWay_throws() {
		assertThatThrownBy(() -> new AllowedKinds("form", "regions")).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void allowedKinds_exceptionThatNothingNeeded_isUnused() {
		AllowedKinds allowed = new AllowedKinds("form:regions,qr-code:regions", "regions");

		assertThat(allowed.allows(Kind.FORM, "regions")).isTrue();
		assertThat(allowed.allows(Kind.POST, "regions")).isFalse();
		assertThat(allowed.unused()).containsExactly("qr-code:regions");
	}
}

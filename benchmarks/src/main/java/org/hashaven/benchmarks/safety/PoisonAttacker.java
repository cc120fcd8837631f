package org.hashaven.benchmarks.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hashaven.benchmarks.safety.RecurringRegions.Recurring;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.Region;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.region.RegionHasher;

/** An attacker who knows the code and has examples of a kind of pictures. */
final class PoisonAttacker {

	/** Examples whose listed regions are looked at for those that recur most. */
	private static final int LISTED_EXAMPLES = 4;

	private final List<Example> examples;
	private final List<Hash256> wholes;
	private final RecurringRegions recurring;
	private final List<Recurring> clusters;
	private final List<Recurring> relisted;
	private final Random random;

	/**
	 * What the attacker makes of an example.
	 *
	 * @param upload
	 *            the regions that its lookup would use
	 * @param listed
	 *            the regions that it would be listed with
	 */
	record Example(RgbImage image, Hash256 whole, List<Region> upload, List<Region> listed) {

		static Example of(RgbImage image) {
			return new Example(image, PdqHasher.hash(image).hash(), RegionCodes.ofUpload(image), RegionHasher.ofListed(image).list());
		}
	}

	PoisonAttacker(List<Example> examples, long seed) {
		this.examples = examples;
		wholes = examples.stream().map(Example::whole).toList();
		recurring = new RecurringRegions(examples.stream().map(Example::upload).toList());
		clusters = recurring.clusters();
		relisted = new RecurringRegions(examples.stream().map(Example::listed).toList()).clusters();
		random = new Random(seed);
	}

	/** The number of regions that at least half of the examples hit. */
	int recurringInHalf() {
		return (int) clusters.stream().filter(cluster -> 2 * cluster.examples().cardinality() >= examples.size()).count();
	}

	/** A poisoned record; empty when too little recurs. */
	Optional<HashRecord> record(PoisonRecipe recipe) {
		return switch (recipe.rule()) {
			case LISTED -> ofListed(recipe);
			case RELISTED -> recipe.record(relisted, wholes, aligned(recipe), random);
			default -> recipe.record(clusters, wholes, aligned(recipe), random);
		};
	}

	/** The record of the example whose own listed regions recur most. */
	private Optional<HashRecord> ofListed(PoisonRecipe recipe) {
		List<Recurring> best = new ArrayList<>();
		Hash256 whole = wholes.getFirst();
		for (Example example : examples.subList(0, Math.min(LISTED_EXAMPLES, examples.size()))) {
			List<Recurring> own = recurring.among(example.listed());
			if (hits(own) > hits(best)) {
				best = own;
				whole = example.whole();
			}
		}
		Hash256 claimed = whole;
		return recipe.record(best, wholes, aligned(recipe), random)
				.map(record -> HashRecord.ofPhoto(claimed, record.quality()).withRegions(record.regions()));
	}

	/** The hashes of the examples as the record claims to show them: a part of a larger picture, or a picture of which this is a part. */
	private List<Hash256> aligned(PoisonRecipe recipe) {
		return examples.stream().map(example -> ClaimedFrame.hash(example.image(), recipe.scale(), recipe.degrees())).toList();
	}

	private static int hits(List<Recurring> regions) {
		return regions.stream().mapToInt(region -> region.examples().cardinality()).sum();
	}
}

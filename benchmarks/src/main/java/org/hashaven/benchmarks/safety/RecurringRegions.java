package org.hashaven.benchmarks.safety;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;

/** Finds the regions that recur at the same place in examples of a kind, and the code that is nearest to all of them. */
final class RecurringRegions {

	/**
	 * A region that would be hit.
	 *
	 * @param region
	 *            majority of the codes, mean of the places
	 * @param examples
	 *            the examples that hit it
	 */
	record Recurring(Region region, BitSet examples) {
	}

	/** Examples whose regions are tried as the beginning of a cluster. */
	private static final int SEED_EXAMPLES = 8;

	/** Rounds of taking the majority of what is near, then what is near the majority. */
	private static final int ROUNDS = 2;
	private static final int COLLECT_BITS = RegionCodes.HIT_BITS * 3 / 2;

	private static final double PLACE_TOLERANCE = 0.25;
	private static final double SCALE_TOLERANCE = 0.25;

	private final List<List<Region>> examples;

	/**
	 * @param examples
	 *            for each example, the regions that its lookup would use
	 */
	RecurringRegions(List<List<Region>> examples) {
		this.examples = examples;
	}

	/** The clusters of the regions of all examples, those that most examples hit first. */
	List<Recurring> clusters() {
		List<Recurring> found = new ArrayList<>();
		for (List<Region> example : examples.subList(0, Math.min(SEED_EXAMPLES, examples.size()))) {
			for (Region seed : example) {
				if (found.stream().noneMatch(other -> isHit(seed, other.region()))) { // or the centre need not be sought
					addRecurring(centre(seed), found);
				}
			}
		}
		return mostFrequentFirst(found);
	}

	/** Those of the given regions that other examples hit, the most frequent first. */
	List<Recurring> among(List<Region> regions) {
		List<Recurring> found = new ArrayList<>();
		regions.forEach(region -> addRecurring(region, found));
		return mostFrequentFirst(found);
	}

	private void addRecurring(Region region, List<Recurring> found) {
		if (found.stream().anyMatch(other -> isHit(region, other.region()))) {
			return;
		}
		BitSet hitting = new BitSet();
		for (int example = 0; example < examples.size(); example++) {
			hitting.set(example, examples.get(example).stream().anyMatch(other -> isHit(other, region)));
		}
		if (hitting.cardinality() >= 2) {
			found.add(new Recurring(region, hitting));
		}
	}

	private static List<Recurring> mostFrequentFirst(List<Recurring> found) {
		return found.stream().sorted(Comparator.comparingInt(recurring -> -recurring.examples().cardinality())).toList();
	}

	/** The middle of the cluster that a region belongs to. */
	private Region centre(Region seed) {
		Region centre = seed;
		for (int round = 0; round < ROUNDS; round++) {
			List<Region> near = new ArrayList<>();
			for (List<Region> example : examples) {
				for (Region region : example) {
					if (isSamePlace(region.place(), centre.place()) && RegionCodes.distanceBits(region, centre) <= COLLECT_BITS) {
						near.add(region);
					}
				}
			}
			if (near.size() < 2) {
				return centre;
			}
			centre = RegionCodes.majority(near, mean(near));
		}
		return centre;
	}

	private static RegionGeometry mean(List<Region> regions) {
		double x = 0;
		double y = 0;
		double logSize = 0;
		for (Region region : regions) {
			x += region.place().x() / regions.size();
			y += region.place().y() / regions.size();
			logSize += Math.log(region.place().size()) / regions.size();
		}
		return new RegionGeometry(x, y, Math.clamp(Math.exp(logSize), RegionGeometry.MIN_SIZE, 1));
	}

	private static boolean isHit(Region upload, Region listed) {
		return isSamePlace(upload.place(), listed.place()) && RegionCodes.distanceBits(upload, listed) <= RegionCodes.HIT_BITS;
	}

	private static boolean isSamePlace(RegionGeometry a, RegionGeometry b) {
		double apart = PLACE_TOLERANCE * Math.min(a.size(), b.size());
		return Math.abs(a.x() - b.x()) <= apart && Math.abs(a.y() - b.y()) <= apart
				&& Math.abs(Math.log(a.size() / b.size())) <= SCALE_TOLERANCE;
	}
}

package org.hashaven.benchmarks.safety;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hashaven.benchmarks.safety.RecurringRegions.Recurring;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Quality;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.HashRecord;

/**
 * A way to make a poisoned record from the recurring regions of a kind.
 *
 * @param name
 *            in the table
 * @param count
 *            most recurring regions that are taken
 * @param scale
 *            of their places about the middle of the picture: below 1 the record claims to be a larger picture of which uploads show a
 *            part, above 1 a part of an upload
 * @param degrees
 *            by which their places are turned
 * @param rule
 *            which rules for listed regions are kept or circumvented
 * @param wholeHash
 *            the hash of the whole picture that is claimed
 */
record PoisonRecipe(String name, int count, double scale, double degrees, Rule rule, WholeHash wholeHash) {

	/** What else is done with the regions. */
	enum Rule {
		NONE,
		/** Taken from the listed regions of one example, whose record is otherwise honest. */
		LISTED,
		/** Those that recur in what the examples themselves are listed with. */
		RELISTED,
		/** At most two in each of sixteen parts of the picture, as honest records have them. */
		SPREAD,
		/** Filled up with random regions at the edges, so that all of the claimed picture has regions. */
		FILLED,
		/** Each one several times, with a few bits changed. */
		REPEATED
	}

	/** Where the hash of the whole picture comes from. */
	enum WholeHash {
		/** Matches nothing. */
		RANDOM,
		/** As near to all members, seen where the record's places say, as one hash can be. */
		ALIGNED,
		/** As near to all members as one hash can be. */
		MAJORITY,
		/** Of one example. */
		EXAMPLE
	}

	/** All that are tried for a kind. */
	static final List<PoisonRecipe> ALL = List.of(
			new PoisonRecipe("in place", RegionSet.MAX_REGIONS, 1, 0, Rule.NONE, WholeHash.MAJORITY),
			new PoisonRecipe("in place, spread", RegionSet.MAX_REGIONS, 1, 0, Rule.SPREAD, WholeHash.MAJORITY),
			new PoisonRecipe("shrunk", RegionSet.MAX_REGIONS, 0.8, 0, Rule.NONE, WholeHash.ALIGNED),
			new PoisonRecipe("shrunk more", RegionSet.MAX_REGIONS, 0.6, 0, Rule.NONE, WholeHash.ALIGNED),
			new PoisonRecipe("random hash", RegionSet.MAX_REGIONS, 0.8, 0, Rule.NONE, WholeHash.RANDOM),
			new PoisonRecipe("listed", RegionSet.MAX_REGIONS, 0.8, 0, Rule.LISTED, WholeHash.EXAMPLE),
			new PoisonRecipe("relisted", RegionSet.MAX_REGIONS, 1, 0, Rule.RELISTED, WholeHash.MAJORITY),
			new PoisonRecipe("relisted, shrunk", RegionSet.MAX_REGIONS, 0.8, 0, Rule.RELISTED, WholeHash.ALIGNED),
			new PoisonRecipe("relisted, enlarged", RegionSet.MAX_REGIONS, 1.4, 0, Rule.RELISTED, WholeHash.ALIGNED),
			new PoisonRecipe("example", RegionSet.MAX_REGIONS, 1, 0, Rule.NONE, WholeHash.EXAMPLE),
			new PoisonRecipe("filled", 10, 0.8, 0, Rule.FILLED, WholeHash.ALIGNED),
			new PoisonRecipe("turned", RegionSet.MAX_REGIONS, 0.8, 180, Rule.NONE, WholeHash.ALIGNED),
			new PoisonRecipe("enlarged", RegionSet.MAX_REGIONS, 1.4, 0, Rule.NONE, WholeHash.ALIGNED),
			new PoisonRecipe("repeated", 8, 0.8, 0, Rule.REPEATED, WholeHash.RANDOM));

	/** Fewer regions never match. */
	private static final int MIN_REGIONS = 4;

	/** Hits that every example should have before any gets more. */
	private static final int ENOUGH_HITS = 12;

	/** Middles nearer than this part of the smaller size count as one region. */
	private static final double SAME_PLACE = 0.3;

	/** A region that had to be smaller than the least size is off by less than lookups tolerate. */
	private static final double MIN_SCALED_SIZE = RegionGeometry.MIN_SIZE * 0.85;

	private static final int CELLS = 4;
	private static final int MAX_IN_CELL = 2;
	private static final int COPIES = 3;
	private static final int MAX_TRIES = 500;
	private static final int CHANGED_BITS = RegionCodes.HIT_BITS / 6;

	/**
	 * Makes the record.
	 *
	 * @param candidates
	 *            recurring regions
	 * @param wholes
	 *            hashes of the examples
	 * @param aligned
	 *            hashes of the examples, cropped or extended by {@link #scale}
	 * @return empty when too little recurs
	 */
	Optional<HashRecord> record(List<Recurring> candidates, List<Hash256> wholes, List<Hash256> aligned, Random random) {
		List<Region> regions = choose(candidates, wholes.size());
		if (regions.size() < MIN_REGIONS) {
			return Optional.empty();
		}
		if (rule == Rule.REPEATED) {
			regions = List.copyOf(repeated(regions, random));
		} else if (rule == Rule.FILLED) {
			regions = List.copyOf(filled(regions, random));
		}
		Hash256 whole = switch (wholeHash) {
			case RANDOM -> RegionCodes.randomWhole(random);
			case MAJORITY -> RegionCodes.majority(wholes);
			case ALIGNED -> RegionCodes.majority(aligned);
			case EXAMPLE -> wholes.getFirst();
		};
		return Optional.of(HashRecord.ofPhoto(whole, Quality.MAX).withRegions(new RegionSet(regions, true)));
	}

	/**
	 * Takes again and again the region that is hit by most of the examples that do not have enough hits yet; between equals, and once all
	 * have enough, the one that is hit by most examples.
	 */
	private List<Region> choose(List<Recurring> candidates, int examples) {
		List<Region> chosen = new ArrayList<>();
		int[] hits = new int[examples];
		BitSet left = new BitSet();
		left.set(0, candidates.size());
		while (chosen.size() < count) {
			int best = -1;
			long bestGain = 0;
			for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
				BitSet hitting = candidates.get(i).examples();
				long needed = hitting.stream().filter(example -> hits[example] < Math.min(count, ENOUGH_HITS)).count();
				long gain = needed * (examples + 1) + hitting.cardinality();
				if (gain > bestGain) {
					best = i;
					bestGain = gain;
				}
			}
			if (best < 0) {
				return chosen;
			}
			left.clear(best);
			Optional<Region> moved = moved(candidates.get(best).region());
			if (moved.isPresent() && fits(moved.get(), chosen)) {
				chosen.add(moved.get());
				candidates.get(best).examples().stream().forEach(example -> hits[example]++);
			}
		}
		return chosen;
	}

	private Optional<Region> moved(Region region) {
		RegionGeometry place = region.place();
		double turn = Math.toRadians(degrees);
		double x = scale * (Math.cos(turn) * place.x() - Math.sin(turn) * place.y());
		double y = scale * (Math.sin(turn) * place.x() + Math.cos(turn) * place.y());
		double size = scale * place.size();
		if (Math.abs(x) > 0.5 || Math.abs(y) > 0.5 || size > 1 || size < MIN_SCALED_SIZE) {
			return Optional.empty();
		}
		return Optional.of(RegionCodes.at(region, new RegionGeometry(x, y, Math.max(size, RegionGeometry.MIN_SIZE))));
	}

	private boolean fits(Region region, List<Region> chosen) {
		if (rule != Rule.REPEATED && !isAccepted(region, chosen)) {
			return false;
		}
		int inCell = 0;
		for (Region other : chosen) {
			double apart = Math.hypot(region.place().x() - other.place().x(), region.place().y() - other.place().y());
			boolean alike = rule == Rule.SPREAD && RegionCodes.distanceBits(region, other) <= RegionCodes.ALIKE_BITS;
			if (alike || apart < SAME_PLACE * Math.min(region.place().size(), other.place().size())) {
				return false;
			}
			inCell += cell(region.place()) == cell(other.place()) ? 1 : 0;
		}
		return rule != Rule.SPREAD || inCell < MAX_IN_CELL;
	}

	/** Whether an index takes the region beside the others: a refused record poisons nothing. */
	private static boolean isAccepted(Region region, List<Region> chosen) {
		RegionSet.Builder set = new RegionSet.Builder();
		chosen.forEach(set::add);
		return set.accepts(region);
	}

	private static int cell(RegionGeometry place) {
		int row = Math.clamp((int) ((place.y() + 0.5) * CELLS), 0, CELLS - 1);
		return row * CELLS + Math.clamp((int) ((place.x() + 0.5) * CELLS), 0, CELLS - 1);
	}

	private static List<Region> repeated(List<Region> regions, Random random) {
		List<Region> repeated = new ArrayList<>();
		for (Region region : regions) {
			for (int copy = 0; copy < COPIES && repeated.size() < RegionSet.MAX_REGIONS; copy++) {
				repeated.add(RegionCodes.flipped(region, copy * CHANGED_BITS, random));
			}
		}
		return repeated;
	}

	private static List<Region> filled(List<Region> regions, Random random) {
		List<Region> filled = new ArrayList<>(regions);
		for (int tries = 0; filled.size() < RegionSet.MAX_REGIONS && tries < MAX_TRIES; tries++) {
			boolean upright = random.nextBoolean();
			double edge = (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.38, 0.46);
			double along = random.nextDouble(-0.46, 0.46);
			RegionGeometry place = new RegionGeometry(upright ? along : edge, upright ? edge : along, random.nextDouble(0.05, 0.16));
			Region region = RegionCodes.random(place, random);
			if (isAccepted(region, filled)) {
				filled.add(region);
			}
		}
		return filled;
	}
}

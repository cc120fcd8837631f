package org.hashaven.hash;

import java.util.ArrayList;
import java.util.List;

/**
 * The listed regions of one photo: none, or {@value #MIN_REGIONS} to {@value #MAX_REGIONS}.
 *
 * <p>
 * Every set keeps the rules that {@code haven hash} keeps, because a list is untrusted input:
 * <ul>
 * <li>Any two codes differ in at least {@value #MIN_DISTANCE_BITS} bits, no two regions are at the same place, and the two that are
 * furthest apart are at least {@value #MIN_SPREAD} of the picture's longer side apart. A set that repeats itself would match by chance.
 * <li>No region is larger than {@value #MAX_SIZE} of the longer side, and together they cover at most {@value #MAX_COVERED} of the square
 * over that side. A set that exceeds this would reveal too much of the picture.
 * </ul>
 *
 * @param list
 *            the regions, the best first
 * @param mayBePassedOn
 *            whether the recipient of the list may pass the regions on, for instance a hotline to platforms
 */
public record RegionSet(List<Region> list, boolean mayBePassedOn) {

	/** Smallest number of regions of a photo that has any: fewer cannot make a match. */
	public static final int MIN_REGIONS = 4;

	/** Largest number of regions of a photo. */
	public static final int MAX_REGIONS = 16;

	/** Largest size of a region, as a part of the picture's longer side. */
	public static final double MAX_SIZE = 0.36;

	/** Largest part of the square over the longer side that the regions cover together. */
	public static final double MAX_COVERED = 0.42;

	/** Smallest distance between two codes: about twice what most copies change, so that no region of an upload is near both. */
	public static final int MIN_DISTANCE_BITS = 15;

	/** Smallest distance between the centres of the two regions that are furthest apart, as a part of the longer side. */
	public static final double MIN_SPREAD = 0.25;

	/** No regions. */
	public static final RegionSet NONE = new RegionSet(List.of(), false);

	/** Centres nearer than this part of the smaller size are at the same place, unless the sizes differ by more than the ratio. */
	private static final double SAME_PLACE = 0.25;
	private static final double SAME_PLACE_RATIO = 1.5;

	/** Part of a region's sides that counts as covered, upright: the code is Gaussian-weighted and depends little on the rim. */
	private static final double COVERED_SIDE = 0.8;

	/** Cells in either direction of the grid that measures coverage. */
	private static final int GRID = 64;

	/**
	 * Copies the list. A set without regions equals {@link #NONE}: it has nothing to pass on.
	 *
	 * @throws IllegalArgumentException
	 *             if the set breaks a rule; the message names the rule and shows no region
	 */
	public RegionSet {
		list = List.copyOf(list);
		mayBePassedOn &= !list.isEmpty();
		if (!list.isEmpty()) {
			requireRules(list);
		}
	}

	private static void requireRules(List<Region> regions) {
		require(regions.size() >= MIN_REGIONS && regions.size() <= MAX_REGIONS,
				"a photo has " + MIN_REGIONS + " to " + MAX_REGIONS + " regions, or none");
		Builder builder = new Builder();
		for (Region region : regions) {
			require(region.place().size() <= MAX_SIZE, "a region is too large");
			require(builder.isDistinct(region), "two regions are alike or at the same place");
			require(builder.fits(region), "the regions cover too much of the picture");
			builder.add(region);
		}
		require(builder.spread() >= MIN_SPREAD, "the regions are not spread over the picture");
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException(rule);
		}
	}

	/** The number of regions. */
	public int size() {
		return list.size();
	}

	/** Whether there are no regions. */
	public boolean isEmpty() {
		return list.isEmpty();
	}

	/** Returns the same regions with this permission; {@link #NONE} if there are none. */
	public RegionSet withMayBePassedOn(boolean allowed) {
		return list.isEmpty() ? NONE : new RegionSet(list, allowed);
	}

	/** The number of regions; neither codes nor places. */
	@Override
	public String toString() {
		return "RegionSet[" + list.size() + "]";
	}

	/** Builds a set region by region and checks its rules on the way. */
	public static final class Builder {

		private final List<Region> regions = new ArrayList<>();
		private final long[] covered = new long[GRID];
		private int coveredCells;

		/** A builder of an empty set. */
		public Builder() {
			// nothing to set up
		}

		/** Whether the rules still hold with this region added. */
		public boolean accepts(Region region) {
			return regions.size() < MAX_REGIONS && region.place().size() <= MAX_SIZE && isDistinct(region) && fits(region);
		}

		/** Adds a region, which the builder must {@linkplain #accepts accept}: otherwise {@link #build} throws. */
		public void add(Region region) {
			coveredCells += newCells(region.place(), true);
			regions.add(region);
		}

		/** The number of regions added. */
		public int size() {
			return regions.size();
		}

		/** Returns the set; {@link #NONE} if there are too few regions or they are not spread. */
		public RegionSet build() {
			return regions.size() < MIN_REGIONS || spread() < MIN_SPREAD ? NONE : new RegionSet(regions, false);
		}

		private boolean isDistinct(Region region) {
			for (Region other : regions) {
				double smaller = Math.min(region.place().size(), other.place().size());
				double larger = Math.max(region.place().size(), other.place().size());
				double apart = Math.hypot(region.place().x() - other.place().x(), region.place().y() - other.place().y());
				if (region.distanceBits(other) < MIN_DISTANCE_BITS
						|| (apart < SAME_PLACE * smaller && larger < SAME_PLACE_RATIO * smaller)) {
					return false;
				}
			}
			return true;
		}

		private boolean fits(Region region) {
			return coveredCells + newCells(region.place(), false) <= MAX_COVERED * GRID * GRID;
		}

		private double spread() {
			double spread = 0;
			for (Region a : regions) {
				for (Region b : regions) {
					spread = Math.max(spread, Math.hypot(a.place().x() - b.place().x(), a.place().y() - b.place().y()));
				}
			}
			return spread;
		}

		/** Counts the cells that a region covers and no earlier one does, and marks them if asked. */
		private int newCells(RegionGeometry place, boolean mark) {
			double reach = COVERED_SIDE * place.size() / 2;
			int cells = 0;
			for (int row = cell(place.y() - reach); row <= cell(place.y() + reach); row++) {
				long marks = covered[row];
				for (int column = cell(place.x() - reach); column <= cell(place.x() + reach); column++) {
					double x = (column + 0.5) / GRID - 0.5 - place.x();
					double y = (row + 0.5) / GRID - 0.5 - place.y();
					if ((marks >>> column & 1) == 0 && Math.abs(x) < reach && Math.abs(y) < reach) {
						marks |= 1L << column;
						cells++;
					}
				}
				if (mark) {
					covered[row] = marks;
				}
			}
			return cells;
		}

		private static int cell(double coordinate) {
			return Math.clamp((int) ((coordinate + 0.5) * GRID), 0, GRID - 1);
		}
	}
}

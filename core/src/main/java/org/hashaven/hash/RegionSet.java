package org.hashaven.hash;

import java.util.ArrayList;
import java.util.List;

/**
 * The regions that are listed of one photo: none, or {@value #MIN_REGIONS} to {@value #MAX_REGIONS}.
 *
 * <p>
 * A set is held to what {@code haven hash} guarantees, wherever it comes from, because a list is input like any other: its regions are
 * distinct ({@value #MIN_DISTANCE_BITS} bits and more between any two codes, no two at the same place), spread over the picture, none larger
 * than {@value #MAX_SIZE} of its longer side, and together they cover no more than {@value #MAX_COVERED} of the square over that side. The
 * last two keep a set from drawing the picture; the others keep a set from matching by repeating itself.
 *
 * @param list
 *            the regions, the best first
 * @param mayBePassedOn
 *            whether whoever receives the regions may hand them to others, for instance a hotline to platforms; without it they stay with
 *            whom the list was given to
 */
public record RegionSet(List<Region> list, boolean mayBePassedOn) {

	/** Fewer do not make a match. */
	public static final int MIN_REGIONS = 4;

	/** Most regions of a photo. */
	public static final int MAX_REGIONS = 16;

	/** Largest size of a region, as a part of the picture's longer side. */
	public static final double MAX_SIZE = 0.36;

	/** Most that the regions cover together. */
	public static final double MAX_COVERED = 0.42;

	/** Fewest differing bits between two regions: twice as many as most copies change, so that no region of an upload is near both. */
	public static final int MIN_DISTANCE_BITS = 15;

	/** Smallest distance between the two regions that are furthest apart, as a part of the longer side. */
	public static final double MIN_SPREAD = 0.25;

	/** No regions. */
	public static final RegionSet NONE = new RegionSet(List.of(), false);

	/** Centres nearer than this part of the smaller size are at the same place, unless the sizes differ by more than the ratio. */
	private static final double SAME_PLACE = 0.25;
	private static final double SAME_PLACE_RATIO = 1.5;

	/** What a region tells of lies mostly in this part of its sides: its frequencies are weighted by a Gaussian. */
	private static final double TOLD_SIDE = 0.8;

	/** Cells in either direction by which the covered part is measured. */
	private static final int GRID = 64;

	/**
	 * Takes a copy of the list.
	 *
	 * @throws IllegalArgumentException
	 *             if the set breaks one of the rules; the message names the rule
	 */
	public RegionSet {
		list = List.copyOf(list);
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

	/** How many. */
	public int size() {
		return list.size();
	}

	/** Whether there are none. */
	public boolean isEmpty() {
		return list.isEmpty();
	}

	/** The same regions, to be passed on or not. */
	public RegionSet withMayBePassedOn(boolean allowed) {
		return list.isEmpty() ? NONE : new RegionSet(list, allowed);
	}

	/** How many; neither codes nor places. */
	@Override
	public String toString() {
		return "RegionSet[" + list.size() + "]";
	}

	/** A set in the making, which takes only regions that keep its rules. */
	public static final class Builder {

		private final List<Region> regions = new ArrayList<>();
		private final long[] covered = new long[GRID];
		private int coveredCells;

		/** Whether the set has room for a region and none like it. */
		public boolean accepts(Region region) {
			return regions.size() < MAX_REGIONS && region.place().size() <= MAX_SIZE && isDistinct(region) && fits(region);
		}

		/** Adds a region that the set {@linkplain #accepts accepts}. */
		public void add(Region region) {
			coveredCells += newCells(region.place(), true);
			regions.add(region);
		}

		/** How many there are. */
		public int size() {
			return regions.size();
		}

		/** The set; {@link #NONE} if there are too few, or all in one spot. */
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

		/** Cells that a region covers and no other did; marked if asked. */
		private int newCells(RegionPlace place, boolean mark) {
			double half = TOLD_SIDE * place.size() / 2;
			double cosine = Math.cos(place.angle());
			double sine = Math.sin(place.angle());
			double reach = half * (Math.abs(cosine) + Math.abs(sine));
			int cells = 0;
			for (int row = cell(place.y() - reach); row <= cell(place.y() + reach); row++) {
				long marks = covered[row];
				for (int column = cell(place.x() - reach); column <= cell(place.x() + reach); column++) {
					double x = (column + 0.5) / GRID - 0.5 - place.x();
					double y = (row + 0.5) / GRID - 0.5 - place.y();
					if ((marks >>> column & 1) == 0 && Math.abs(x * cosine + y * sine) < half && Math.abs(y * cosine - x * sine) < half) {
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

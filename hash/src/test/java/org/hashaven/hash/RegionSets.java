package org.hashaven.hash;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Regions for tests that keep every rule of a {@link RegionSet}. */
public final class RegionSets {

	private RegionSets() {
	}

	/** Small regions in a 4 by 4 grid with unlike codes, and a 17th in the middle; each as it comes back from a list. */
	public static List<Region> regions(int count) {
		SplittableRandom random = new SplittableRandom(1);
		List<Region> regions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			double x = i == 16 ? 0 : -0.375 + 0.25 * (i % 4);
			double y = i == 16 ? 0 : 0.375 - 0.25 * Math.floorDiv(i, 4);
			RegionGeometry place = new RegionGeometry(x, y, 0.1);
			regions.add(new Region(random.nextLong(), RegionGeometry.ofPacked(place.packed())));
		}
		return regions;
	}

	/** A set that keeps every rule. */
	public static RegionSet set(int count) {
		return new RegionSet(regions(count), false);
	}
}

package org.hashaven.region;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionSet;
import org.hashaven.region.describe.DescribedKeypoint;
import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.Plane;

/** Picks the regions to list: the most repeatable ones, spread over the picture, within the rules of a {@link RegionSet}. */
final class ListedPicker {

	/** Number of parts that each side of the picture is divided into. */
	private static final int CUTS = 4;

	/** Largest number of regions of a part, for each round. */
	private static final int[] MAX_OF_PART = {1, 2, Integer.MAX_VALUE};

	private ListedPicker() {
	}

	/**
	 * Returns the set to list; none if the picture has too few distinctive regions.
	 *
	 * @param regions
	 *            of the squares, in their order
	 * @param scores
	 *            of the squares, in their order; higher is better
	 */
	static RegionSet pick(Plane picture, List<DescribedKeypoint> spots, List<Region> regions, int[] scores) {
		List<Integer> order = IntStream.range(0, scores.length).boxed()
				.sorted(Comparator.comparingInt((Integer i) -> -scores[i]).thenComparingDouble(i -> -spots.get(i).spot().strength()))
				.toList();
		RegionSet.Builder picked = new RegionSet.Builder();
		int[] taken = new int[CUTS * CUTS];
		for (int most : MAX_OF_PART) {
			for (int number : order) {
				Keypoint spot = spots.get(number).spot();
				int part = part(spot.y(), picture.height()) * CUTS + part(spot.x(), picture.width());
				Region region = regions.get(number);
				if (taken[part] < most && picked.accepts(region)) {
					taken[part]++;
					picked.add(region);
				}
			}
		}
		return picked.build();
	}

	private static int part(float coordinate, int pixels) {
		return Math.clamp((int) (coordinate * CUTS / pixels), 0, CUTS - 1);
	}
}

package org.hashaven.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.hash.Region;

/** Picks what is listed: the best, spread over the picture, no two of them alike or at the same place. */
final class ListedPicker {

	/**
	 * Two regions of one picture are further apart than twice the radius of a lookup, so that no region of an upload is near both: windows
	 * of one house count once.
	 */
	private static final int ALIKE_BITS = 62;

	/** Middles nearer than this part of the smaller side are at the same place, unless the sides differ by more than the ratio. */
	private static final double SAME_PLACE = 0.25;
	private static final double SAME_RATIO = 1.6;

	/** The picture's sides are cut into so many parts; a round takes so many from each. */
	private static final int CUTS = 4;
	private static final int A_ROUND = 2;
	private static final int SPREAD_ROUNDS = 2;

	private ListedPicker() {
	}

	/** At most {@link Region#MAX_LISTED}, in the order they were picked. */
	static List<HashedSpot> pick(Plane picture, List<HashedSpot> spots, int[] scores) {
		List<Integer> order = IntStream.range(0, scores.length).boxed()
				.sorted(Comparator.comparingInt((Integer i) -> -scores[i]).thenComparingDouble(i -> -spots.get(i).spot().strength()))
				.toList();
		List<HashedSpot> picked = new ArrayList<>();
		int[] taken = new int[CUTS * CUTS];
		for (int round = 1; round <= SPREAD_ROUNDS + 1; round++) {
			int mostOfPart = round <= SPREAD_ROUNDS ? A_ROUND * round : Integer.MAX_VALUE;
			for (int number : order) {
				HashedSpot spot = spots.get(number);
				int part = part(spot.spot().y(), picture.height()) * CUTS + part(spot.spot().x(), picture.width());
				if (picked.size() < Region.MAX_LISTED && taken[part] < mostOfPart && isNew(spot, picked)) {
					taken[part]++;
					picked.add(spot);
				}
			}
		}
		return picked;
	}

	private static int part(float coordinate, int pixels) {
		return Math.clamp((int) (coordinate * CUTS / pixels), 0, CUTS - 1);
	}

	private static boolean isNew(HashedSpot spot, List<HashedSpot> picked) {
		for (HashedSpot other : picked) {
			double smaller = Math.min(spot.spot().side(), other.spot().side());
			double larger = Math.max(spot.spot().side(), other.spot().side());
			double apart = Math.hypot(spot.spot().x() - other.spot().x(), spot.spot().y() - other.spot().y());
			if (spot.hash().distance(other.hash()) <= ALIKE_BITS || (apart < SAME_PLACE * smaller && larger < SAME_RATIO * smaller)) {
				return false;
			}
		}
		return true;
	}
}

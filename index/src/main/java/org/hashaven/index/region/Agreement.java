package org.hashaven.index.region;

import org.hashaven.hash.RegionPlace;

/**
 * How many hits of one listed picture agree on one similarity (scaled, turned, moved) between it and the upload.
 *
 * <p>
 * Both places of a hit have a size and a direction, so each hit is a similarity of its own. Each in turn is taken for the true one, and the
 * others are held to it: the scale within {@value #SCALE_TOLERANCE} of itself, the turn within {@value #TURN_TOLERANCE} radians, and the
 * place within {@value #PLACE_TOLERANCE} of the distance between the two and of the region's size. Of those that agree, nearest first, only
 * distinct pairs count: no region twice, and none that lies on one counted already. What is left must still agree with the similarity that
 * fits all of them best, to which the places may be off by a little more, for perspective and lenses.
 *
 * <p>
 * Work is bounded by the {@value #MOST_HITS} nearest hits.
 */
public final class Agreement {

	/** More hits than these are not looked at. */
	public static final int MOST_HITS = 64;

	static final double SCALE_TOLERANCE = 0.25;
	static final double TURN_TOLERANCE = 0.25;
	static final double PLACE_TOLERANCE = 0.2;

	/** Perspective and lenses move a place by so much of the listed picture's longer side. */
	static final double BEND_TOLERANCE = 0.02;

	private static final int QUARTERS = 4;

	private Agreement() {
	}

	/** What the hits of one listed picture say together. */
	public static Agreed of(Hits hits) {
		int[] nearest = hits.nearest(MOST_HITS);
		Similarity[] own = new Similarity[nearest.length];
		for (int i = 0; i < own.length; i++) {
			own[i] = Similarity.between(hits.listed()[nearest[i]], hits.upload()[nearest[i]]);
		}
		int best = 0;
		Similarity fit = null;
		Distinct distinct = new Distinct(hits);
		for (int seed = 0; seed < own.length; seed++) {
			RegionPlace listed = hits.listed()[nearest[seed]];
			for (int quarters = 0; quarters < QUARTERS; quarters++) {
				Similarity way = own[seed].turned(listed, hits.upload()[nearest[seed]], quarters);
				distinct.clear();
				distinct.take(nearest[seed]);
				for (int i = 0; i < own.length; i++) {
					if (i != seed && agree(way, own[i], listed, hits.listed()[nearest[i]], hits.upload()[nearest[i]])) {
						distinct.take(nearest[i]);
					}
				}
				if (distinct.count() > best) {
					Similarity together = distinct.fit(way);
					int count = distinct.countAgreeing(together);
					if (count > best) {
						best = count;
						fit = together;
					}
				}
			}
		}
		return fit == null ? Agreed.NONE : fit.agreed(best);
	}

	private static boolean agree(Similarity seed, Similarity other, RegionPlace seedListed, RegionPlace listed, RegionPlace upload) {
		double apart = Math.hypot(listed.x() - seedListed.x(), listed.y() - seedListed.y()) * seed.scale();
		return Math.abs(Math.log(other.scale() / seed.scale())) <= SCALE_TOLERANCE
				&& Similarity.areAlike(other.angle(), seed.angle())
				&& seed.missedBy(listed, upload) <= PLACE_TOLERANCE * (apart + upload.size());
	}
}

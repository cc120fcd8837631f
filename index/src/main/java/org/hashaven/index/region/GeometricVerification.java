package org.hashaven.index.region;

import org.hashaven.hash.RegionGeometry;

/**
 * How many hits of one listed picture agree on one similarity (scaled, turned, moved) between it and the upload.
 *
 * <p>
 * Listed places have no direction, so two hits make a similarity: that which brings one pair of middles upon the other. Each two in turn,
 * if they are distinct and their sizes agree with it, are taken for true ones, and the others are held to them: the size within
 * {@value #SCALE_TOLERANCE} of a doubling's logarithm, and the place within {@value #PLACE_TOLERANCE} of the distance to the nearer of the
 * two and of the region's size. Of those that agree, nearest first, only distinct ones count: no region twice, and none that lies on one
 * counted already. What is left must still agree with the similarity that fits all of them best, to which the places may be off by a little
 * more, for perspective and lenses.
 *
 * <p>
 * Work is bounded by the {@value #MOST_HITS} nearest hits, and grows with their third power.
 */
public final class GeometricVerification {

	/** More hits than these are not looked at. */
	public static final int MOST_HITS = 48;

	/** Sizes may differ by this, as a natural logarithm. */
	static final double SCALE_TOLERANCE = 0.25;
	static final double PLACE_TOLERANCE = 0.2;

	/** Perspective and lenses move a place by so much of the listed picture's longer side. */
	static final double BEND_TOLERANCE = 0.02;

	private GeometricVerification() {
	}

	/** What the hits of one listed picture say together; {@link VerificationResult#NONE} if no two agree. */
	public static VerificationResult of(Correspondences hits) {
		int[] nearest = hits.nearest(MOST_HITS);
		int best = 0;
		Similarity fit = null;
		InlierSet distinct = new InlierSet(hits);
		for (int i = 0; i < nearest.length; i++) {
			for (int j = i + 1; j < nearest.length; j++) {
				Similarity way = distinct.start(nearest[i], nearest[j]);
				if (way == null) {
					continue;
				}
				for (int k = 0; k < nearest.length; k++) {
					if (k != i && k != j && agrees(way, hits, nearest[i], nearest[j], nearest[k])) {
						distinct.take(nearest[k]);
					}
				}
				if (distinct.count() > best) {
					Similarity together = distinct.fit();
					int count = distinct.countAgreeing(together);
					if (count > best) {
						best = count;
						fit = together;
					}
				}
			}
		}
		return fit == null ? VerificationResult.NONE : fit.agreed(best);
	}

	private static boolean agrees(Similarity way, Correspondences hits, int one, int other, int hit) {
		RegionGeometry listed = hits.listed()[hit];
		RegionGeometry upload = hits.upload()[hit];
		double apart = Math.min(apart(listed, hits.listed()[one]), apart(listed, hits.listed()[other]));
		return way.fitsSize(listed, upload) && way.missedBy(listed, upload) <= PLACE_TOLERANCE * (way.scale() * apart + upload.size());
	}

	private static double apart(RegionGeometry a, RegionGeometry b) {
		return Math.hypot(a.x() - b.x(), a.y() - b.y());
	}
}

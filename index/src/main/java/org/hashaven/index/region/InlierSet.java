package org.hashaven.index.region;

import org.hashaven.hash.RegionGeometry;
import org.jspecify.annotations.Nullable;

/** Hits that count: no region twice, and none that lies on one counted already. */
final class InlierSet {

	/** Middles nearer than this part of the smaller size lie on each other. */
	static final double LEAST_APART = 0.3;

	private final Correspondences hits;
	private final int[] taken = new int[GeometricVerification.MOST_HITS];
	private int count;

	InlierSet(Correspondences hits) {
		this.hits = hits;
	}

	/** Begins anew with two hits; null, if they are not distinct or their sizes do not fit how they lie. */
	@Nullable
	Similarity start(int one, int other) {
		count = 0;
		take(one);
		take(other);
		if (count < 2) {
			return null;
		}
		Similarity way = Similarity.between(hits.listed()[one], hits.listed()[other], hits.upload()[one], hits.upload()[other]);
		return way.fitsSize(hits.listed()[one], hits.upload()[one]) && way.fitsSize(hits.listed()[other], hits.upload()[other])
				? way
				: null;
	}

	int count() {
		return count;
	}

	void take(int hit) {
		for (int i = 0; i < count; i++) {
			int other = taken[i];
			if (hits.uploadNumbers()[hit] == hits.uploadNumbers()[other] || hits.listedNumbers()[hit] == hits.listedNumbers()[other]
					|| lieOnEachOther(hits.listed()[hit], hits.listed()[other])
					|| lieOnEachOther(hits.upload()[hit], hits.upload()[other])) {
				return;
			}
		}
		taken[count++] = hit;
	}

	static boolean lieOnEachOther(RegionGeometry a, RegionGeometry b) {
		return Math.hypot(a.x() - b.x(), a.y() - b.y()) < LEAST_APART * Math.min(a.size(), b.size());
	}

	/** The similarity that brings the middles of all, at least two, nearest to where they lie, by least squares. */
	Similarity fit() {
		double fromX = 0;
		double fromY = 0;
		double toX = 0;
		double toY = 0;
		for (int i = 0; i < count; i++) {
			fromX += hits.listed()[taken[i]].x() / count;
			fromY += hits.listed()[taken[i]].y() / count;
			toX += hits.upload()[taken[i]].x() / count;
			toY += hits.upload()[taken[i]].y() / count;
		}
		double along = 0;
		double across = 0;
		double spread = 0;
		for (int i = 0; i < count; i++) {
			double x = hits.listed()[taken[i]].x() - fromX;
			double y = hits.listed()[taken[i]].y() - fromY;
			double u = hits.upload()[taken[i]].x() - toX;
			double v = hits.upload()[taken[i]].y() - toY;
			along += x * u + y * v;
			across += x * v - y * u;
			spread += x * x + y * y;
		}
		double scale = Math.hypot(along, across) / spread;
		return Similarity.upon(fromX, fromY, toX, toY, scale, Math.atan2(across, along));
	}

	/** How many still agree with the similarity that fits them. */
	int countAgreeing(Similarity fit) {
		int agreeing = 0;
		for (int i = 0; i < count; i++) {
			RegionGeometry listed = hits.listed()[taken[i]];
			RegionGeometry upload = hits.upload()[taken[i]];
			agreeing += fit.fitsSize(listed, upload)
					&& fit.missedBy(listed, upload) <= GeometricVerification.PLACE_TOLERANCE * upload.size()
							+ GeometricVerification.BEND_TOLERANCE * fit.scale()
									? 1
									: 0;
		}
		return agreeing;
	}
}

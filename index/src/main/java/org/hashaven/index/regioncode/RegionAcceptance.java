package org.hashaven.index.regioncode;

import org.hashaven.hash.query.RegionQuery;

/** When the code of a listed region matches a query. */
public final class RegionAcceptance {

	/** Most differing bits of a match. */
	public static final int MAX_BITS = 20;

	/** Largest {@linkplain RegionQuery#distance weighted distance} of a match, inclusive. */
	public static final int MAX_DISTANCE = 414;

	/** Largest weight of the differing bits of a sketch, inclusive: of copies one in a few hundred exceeds it, of others four in five. */
	static final int MAX_SKETCH_DISTANCE = 80;

	private RegionAcceptance() {
	}

	/** Whether a code matches. */
	public static boolean accepts(RegionQuery query, long code) {
		return Long.bitCount(query.code() ^ code) <= MAX_BITS && query.distance(code) <= MAX_DISTANCE;
	}
}

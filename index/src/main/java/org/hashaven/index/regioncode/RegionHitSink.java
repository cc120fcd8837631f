package org.hashaven.index.regioncode;

/** Receives the hits of {@link RegionSearcher}. */
@FunctionalInterface
public interface RegionHitSink {

	/**
	 * Receives a region of a photo whose code matches a query.
	 *
	 * @param query
	 *            number of the query in the list, from 0
	 * @param photo
	 *            number of the photo among the documents of the segment that have regions: the ordinal of its vector
	 * @param document
	 *            the photo's document in the segment, live or not
	 * @param region
	 *            number of the region in the photo, from 0
	 * @param packedPlace
	 *            where the region lies, see {@link org.hashaven.hash.RegionGeometry#ofPacked}
	 * @param distance
	 *            weighted distance, see {@link org.hashaven.hash.query.RegionQuery#distance}
	 */
	void hit(int query, int photo, int document, int region, int packedPlace, int distance);
}

package org.hashaven.index.regioncode;

/** Takes the listed regions that the regions of an upload hit. */
@FunctionalInterface
public interface RegionHitSink {

	/**
	 * Takes a hit; those of one query come one after the other.
	 *
	 * @param query
	 *            number of the upload's region
	 * @param document
	 *            of the photo in its segment
	 * @param region
	 *            number of the listed region in its photo
	 * @param packedPlace
	 *            where it lies in the listed photo, see {@link org.hashaven.hash.RegionPlace#ofPacked}
	 * @param distance
	 *            see {@link org.hashaven.hash.RegionQuery#distance}
	 */
	void hit(int query, int document, int region, int packedPlace, int distance);
}

package org.hashaven.region;

import java.util.List;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.region.describe.DescribedKeypoint;

/**
 * The regions of an upload, in the forms in which it may show a listed picture; each form costs little more than its hashes' words.
 */
public final class UploadRegions {

	private final List<DescribedKeypoint> spots;

	UploadRegions(List<DescribedKeypoint> spots) {
		this.spots = List.copyOf(spots);
	}

	/** As it is: at most {@link RegionHasher#MAX_UPLOAD}. */
	public List<RegionQuery> upright() {
		return spots.stream().map(DescribedKeypoint::query).toList();
	}

	/** Of the picture mirrored left to right, with places in the mirrored picture. Flipped and turned copies are among these. */
	public List<RegionQuery> mirrored() {
		return spots.stream().map(DescribedKeypoint::mirrored).toList();
	}

	/** How many there are in each form. */
	public int count() {
		return spots.size();
	}

	/** Fixed words and a number. */
	@Override
	public String toString() {
		return "UploadRegions[" + count() + "]";
	}
}

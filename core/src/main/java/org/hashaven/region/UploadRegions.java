package org.hashaven.region;

import java.util.List;
import org.hashaven.hash.Region;

/**
 * The regions of an upload, in the forms in which it may show a listed picture; each form costs little more than its hashes' words.
 */
public final class UploadRegions {

	private final List<HashedSpot> spots;

	UploadRegions(List<HashedSpot> spots) {
		this.spots = List.copyOf(spots);
	}

	/** As it is: at most {@link RegionHasher#MAX_UPLOAD}. */
	public List<Region> upright() {
		return spots.stream().map(HashedSpot::region).toList();
	}

	/** Of the picture mirrored left to right, with places in the mirrored picture. Flipped and turned copies are among these. */
	public List<Region> mirrored() {
		return spots.stream().map(HashedSpot::mirrored).toList();
	}

	/** Of the picture with dark made light. */
	public List<Region> inverted() {
		return spots.stream().map(HashedSpot::inverted).toList();
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

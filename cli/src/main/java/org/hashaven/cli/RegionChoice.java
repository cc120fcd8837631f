package org.hashaven.cli;

import org.hashaven.hash.RegionSet;
import org.hashaven.image.RgbImage;
import org.hashaven.region.RegionHasher;

/** Whether region hashes of photos are made, and whom they are for. */
enum RegionChoice {
	/** None are made. */
	NONE,
	/** For whom the list is given to, and nobody else. */
	FOR_RECEIVER,
	/** For others as well, to whom the receiver may pass them on. */
	MAY_BE_PASSED_ON;

	/** The choice of {@code --stronger} and {@code --pass-on}. */
	static RegionChoice of(boolean stronger, boolean passOn) {
		if (!stronger) {
			return NONE;
		}
		return passOn ? MAY_BE_PASSED_ON : FOR_RECEIVER;
	}

	/** The regions of a photo under this choice. */
	RegionSet regionsOf(RgbImage image) {
		return this == NONE ? RegionSet.NONE : RegionHasher.ofListed(image).withMayBePassedOn(this == MAY_BE_PASSED_ON);
	}
}

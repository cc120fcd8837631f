package org.hashaven.region;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionPlace;

/**
 * A square and what it was hashed to.
 *
 * @param coefficients
 *            of which the signs are the hash, kept for its mirrored and inverted forms
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HashedSpot(Spot spot, RegionPlace place, float[] coefficients, Hash256 hash) {

	/** Hashes squares, without those that show lines of one direction or nothing. */
	static List<HashedSpot> hash(ScaleSpace space, List<Spot> spots) {
		List<HashedSpot> hashed = new ArrayList<>();
		float[] patch = new float[PatchSampler.SIDE * PatchSampler.SIDE];
		for (Spot spot : spots) {
			PatchSampler.sample(space, spot, patch);
			if (Roundness.isRound(patch)) {
				float[] coefficients = PatchHash.coefficients(patch);
				hashed.add(new HashedSpot(spot, spot.place(space.picture()), coefficients, PatchHash.hash(coefficients)));
			}
		}
		return hashed;
	}

	Region region() {
		return new Region(hash, place);
	}

	/** In the picture mirrored left to right: the square is mirrored upon its own direction. */
	Region mirrored() {
		return new Region(PatchHash.mirrored(coefficients),
				new RegionPlace(-place.x(), place.y(), place.size(), Math.IEEEremainder(Math.PI - place.angle(), 2 * Math.PI)));
	}

	/** In the picture with dark made light: its direction is turned round, and so is the square. */
	Region inverted() {
		return new Region(PatchHash.inverted(coefficients),
				new RegionPlace(place.x(), place.y(), place.size(), Math.IEEEremainder(Math.PI + place.angle(), 2 * Math.PI)));
	}

	/** Fixed words. */
	@Override
	public String toString() {
		return "HashedSpot[hidden]";
	}
}

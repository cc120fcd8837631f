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
		List<HashedSpot> hashed = new ArrayList<>(spots.size());
		PatchBatch batch = new PatchBatch();
		for (int first = 0; first < spots.size(); first += PatchBatch.MOST) {
			List<Spot> some = spots.subList(first, Math.min(first + PatchBatch.MOST, spots.size()));
			batch.clear();
			some.forEach(spot -> batch.sample(space, spot));
			batch.transform();
			for (int i = 0; i < some.size(); i++) {
				if (batch.isRound(i)) {
					float[] coefficients = batch.coefficients(i);
					hashed.add(new HashedSpot(some.get(i), some.get(i).place(space.picture()), coefficients,
							PatchHash.hash(coefficients)));
				}
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

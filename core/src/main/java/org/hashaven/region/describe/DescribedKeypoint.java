package org.hashaven.region.describe;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.ScaleSpace;

/**
 * A square with its place and its coefficients.
 *
 * @param coefficients
 *            which give the code of the square and of its mirrored form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DescribedKeypoint(Keypoint spot, RegionGeometry place, float[] coefficients) {

	/** Hashes squares; leaves out those that show lines of one direction only, or nothing. */
	public static List<DescribedKeypoint> hash(ScaleSpace space, List<Keypoint> spots) {
		List<DescribedKeypoint> hashed = new ArrayList<>(spots.size());
		PatchBatch batch = new PatchBatch();
		for (int first = 0; first < spots.size(); first += PatchBatch.MOST) {
			List<Keypoint> some = spots.subList(first, Math.min(first + PatchBatch.MOST, spots.size()));
			batch.clear();
			some.forEach(spot -> batch.sample(space, spot));
			batch.transform();
			for (int i = 0; i < some.size(); i++) {
				if (batch.isRound(i)) {
					hashed.add(new DescribedKeypoint(some.get(i), some.get(i).place(space.picture()), batch.coefficients(i)));
				}
			}
		}
		return hashed;
	}

	/** The region to list, with its place rounded as lists store it. */
	public Region region() {
		return new Region(ProductCode.of(coefficients).code(), RegionGeometry.ofPacked(place.packed()));
	}

	/** The region to look up. */
	public RegionQuery query() {
		ProductCode.Signs signs = ProductCode.of(coefficients);
		return RegionQuery.of(signs.code(), signs.reliabilities(), place);
	}

	/** The region to look up of the picture mirrored left to right; in its own direction the square is flipped top to bottom. */
	public RegionQuery mirrored() {
		ProductCode.Signs signs = ProductCode.mirrored(coefficients);
		return RegionQuery.of(signs.code(), signs.reliabilities(),
				new RegionGeometry(-place.x(), place.y(), place.size()));
	}

	/** A constant, so that no hash reaches a log. */
	@Override
	public String toString() {
		return "HashedSpot[hidden]";
	}
}

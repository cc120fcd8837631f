package org.hashaven.index.region;

import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;

/**
 * How many regions two listings of one picture have in common: the listed one, and that of a copy of it.
 *
 * <p>
 * Which spots of a picture are listed depends on all of it, and half of them are listed again in most copies: a listing is known by its
 * choice, not only by its codes.
 */
public final class Relisted {

	/** Most differing bits of codes. */
	private static final int MAX_BITS = 20;

	/** Middles may be apart by so much of the smaller size, and by so much of the picture's longer side beyond. */
	private static final double PLACE_TOLERANCE = 0.25;
	private static final double FRAME_TOLERANCE = 0.03;

	/** Sizes may differ by this factor, as a logarithm. */
	private static final double SIZE_TOLERANCE = 0.4;

	private Relisted() {
	}

	/**
	 * The number of regions of a copy that are listed.
	 *
	 * @param shown
	 *            regions of the copy, at their places in the listed picture's frame
	 * @param listed
	 *            regions of the record
	 */
	public static int count(List<Region> shown, List<Region> listed) {
		return (int) shown.stream().filter(region -> listed.stream().anyMatch(other -> isSame(region, other))).count();
	}

	private static boolean isSame(Region one, Region other) {
		RegionGeometry a = one.place();
		RegionGeometry b = other.place();
		double apart = Math.hypot(a.x() - b.x(), a.y() - b.y());
		return apart <= PLACE_TOLERANCE * Math.min(a.size(), b.size()) + FRAME_TOLERANCE
				&& Math.abs(Math.log(a.size() / b.size())) < SIZE_TOLERANCE && one.distanceBits(other) <= MAX_BITS;
	}
}

package org.hashaven.index;

import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;

/** Sets of regions that keep the rules, where it does not matter what they show. */
public final class TestRegions {

	private static final long CODE = 0x0123_4567_89AB_CDEFL;

	private TestRegions() {
	}

	/**
	 * A set of four regions.
	 *
	 * @param variant
	 *            from 0; sets of different variants have different codes
	 */
	public static RegionSet of(int variant) {
		List<Region> regions = IntStream.range(0, RegionSet.MIN_REGIONS).mapToObj(i -> new Region(CODE * (2L * i + 1) ^ variant,
				RegionGeometry.ofPacked(new RegionGeometry(-0.3 + 0.2 * i, 0.1, 0.1).packed()))).toList();
		return new RegionSet(regions, false);
	}
}

package org.hashaven.benchmarks.leak;

import java.util.List;

/**
 * What an attacker knows of a photo: what is listed, and more, since lists hold no directions. What they hold now tells less than
 * {@link #REGIONS}.
 */
enum Listing {

	/** The hash. */
	HASH("hash alone", 1),

	/** The hash and where its regions are: position, size and direction modulo a quarter turn, without codes. */
	PLACES("hash, places, quarter turns open", QuarterTurn.COUNT),

	/** The hash and its regions, as they are listed, and their directions modulo a quarter turn. */
	REGIONS("hash, regions, quarter turns open", QuarterTurn.COUNT),

	/** The format until directions were left out: the hash, and regions with their whole directions. */
	WHOLE_DIRECTIONS("hash, regions, whole directions", 1),

	/**
	 * The control, which must leak: the hash, and regions with whole directions whose codes are signs of single frequencies of luma instead
	 * of products.
	 */
	PLAIN("hash, regions of plain signs: control", 1);

	private final String title;
	private final int turns;

	Listing(String title, int turns) {
		this.title = title;
		this.turns = turns;
	}

	String title() {
		return title;
	}

	/** How many directions of a region the listed one may stand for, a quarter turn apart. */
	int turns() {
		return turns;
	}

	/** Returns the regions of a photo as this listing shows them. */
	List<KnownRegion> regions(Photo photo) {
		return switch (this) {
			case HASH -> List.of();
			case PLACES, REGIONS -> photo.regions();
			case WHOLE_DIRECTIONS -> photo.whole();
			case PLAIN -> photo.plain();
		};
	}
}

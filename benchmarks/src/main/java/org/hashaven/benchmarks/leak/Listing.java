package org.hashaven.benchmarks.leak;

import java.util.List;

/**
 * What an attacker knows of a photo: the hash, what is listed, and more than is listed, to see what directions and plain signs would tell.
 */
enum Listing {

	/** The hash. */
	HASH("hash alone", 1),

	/** What is listed: the hash and its regions, which may have any direction. */
	LISTED("hash, regions: what is listed", DirectionLogits.ANY),

	/** The hash and where its regions are: position, size and direction modulo a quarter turn, without codes. */
	PLACES("hash, places, quarter turns open", QuarterTurn.COUNT),

	/** What is listed, and the directions of the regions modulo a quarter turn. */
	REGIONS("hash, regions, quarter turns open", QuarterTurn.COUNT),

	/** The format until directions were left out: the hash, and regions with their whole directions. */
	WHOLE_DIRECTIONS("hash, regions, whole directions", 1),

	/**
	 * The control, which must leak: the hash, and regions with whole directions whose codes are signs of single frequencies of luma instead
	 * of products.
	 */
	PLAIN("hash, regions of plain signs: control", 1);

	private final String title;
	private final int directions;

	Listing(String title, int directions) {
		this.title = title;
		this.directions = directions;
	}

	String title() {
		return title;
	}

	/** How many directions a region may have for all that the attacker knows: 1, or a multiple of 4, equally spaced. */
	int directions() {
		return directions;
	}

	/** Returns the regions of a photo as this listing shows them. */
	List<KnownRegion> regions(Photo photo) {
		return switch (this) {
			case HASH -> List.of();
			case LISTED -> photo.listed();
			case PLACES, REGIONS -> photo.regions();
			case WHOLE_DIRECTIONS -> photo.whole();
			case PLAIN -> photo.plain();
		};
	}
}

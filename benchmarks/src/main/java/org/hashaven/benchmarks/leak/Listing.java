package org.hashaven.benchmarks.leak;

import org.hashaven.hash.Region;
import org.hashaven.hash.RegionPlace;

/** What is listed of a photo, and so known to an attacker. */
enum Listing {

	/** The hash. */
	HASH("hash alone"),

	/** The hash and where its regions are: position, size and direction without codes. */
	PLACES("hash, places"),

	/** The hash and its regions, as they are listed. */
	REGIONS("hash, regions"),

	/**
	 * The hash and its regions, if directions were listed modulo 180°: not a format that exists. The code of a patch that is rotated by
	 * 180° differs in a fixed set of bits, so an upload could still be compared.
	 */
	AXES("hash, regions, directions mod 180°"),

	/** The control, which must leak: the hash, and regions whose codes are signs of single frequencies of luma instead of products. */
	PLAIN("hash, regions of plain signs: control");

	private final String title;

	Listing(String title) {
		this.title = title;
	}

	String title() {
		return title;
	}

	/** Returns a region as this listing shows it. */
	Region listed(Region region) {
		RegionPlace place = region.place();
		if (this != AXES || (place.angle() >= 0 && place.angle() < Math.PI)) {
			return region;
		}
		double opposite = place.angle() < 0 ? place.angle() + Math.PI : 0;
		return new Region(region.code() ^ CodeLayout.CHANGED_BY_HALF_TURN, new RegionPlace(place.x(), place.y(), place.size(), opposite));
	}
}

package org.hashaven.hash;

import java.util.Objects;

/**
 * A part of a picture that stands out, hashed on its own: several of them that agree in their places show that one picture is a part of
 * another.
 *
 * @param hash
 *            of the region, turned to its direction; not comparable with hashes of whole pictures
 * @param place
 *            where it lies
 */
public record Region(Hash256 hash, RegionPlace place) {

	/** Most regions listed of a picture, so that with its own hash it has at most 32. */
	public static final int MAX_LISTED = 31;

	/** Neither may be null. */
	public Region {
		Objects.requireNonNull(hash, "hash");
		Objects.requireNonNull(place, "place");
	}

	/** Fixed words: neither hash nor place may reach a log by accident. */
	@Override
	public String toString() {
		return "Region[hidden]";
	}
}

package org.hashaven.pdq;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.hashaven.hash.Hash256;

/**
 * One picture's hashes in all eight orientations.
 *
 * @param hashes
 *            one for each {@link Dihedral} form, in its order
 * @param quality
 *            0..100, the same for all forms
 */
public record DihedralHashes(Map<Dihedral, Hash256> hashes, int quality) {

	/**
	 * @throws IllegalArgumentException
	 *             when a form is missing
	 */
	public DihedralHashes {
		if (hashes.size() != Dihedral.values().length) {
			throw new IllegalArgumentException("one hash for each of the eight forms");
		}
		hashes = Collections.unmodifiableMap(new EnumMap<>(hashes));
	}

	/** The hash of the picture turned this way. */
	public Hash256 hash(Dihedral form) {
		return Objects.requireNonNull(hashes.get(form), "a hash for every form");
	}
}

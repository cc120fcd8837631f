package org.hashaven.pdq;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Symmetry;

/**
 * One picture's hashes in all eight orientations.
 *
 * @param hashes
 *            one for each {@link Symmetry} form, in its order
 * @param quality
 *            0..100, the same for all forms
 */
public record DihedralHashes(Map<Symmetry, Hash256> hashes, int quality) {

	/**
	 * @throws IllegalArgumentException
	 *             when a form is missing
	 */
	public DihedralHashes {
		if (hashes.size() != Symmetry.values().length) {
			throw new IllegalArgumentException("one hash for each of the eight forms");
		}
		hashes = Collections.unmodifiableMap(new EnumMap<>(hashes));
	}

	/** The hash of the picture turned this way. */
	public Hash256 hash(Symmetry form) {
		return Objects.requireNonNull(hashes.get(form), "a hash for every form");
	}
}

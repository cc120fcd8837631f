package org.hashaven.hash;

import java.util.HexFormat;
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

	/** Hexadecimal digits of a place. */
	private static final int PLACE_DIGITS = RegionPlace.BITS / 4;

	/** Neither may be null. */
	public Region {
		Objects.requireNonNull(hash, "hash");
		Objects.requireNonNull(place, "place");
	}

	/** The digits of the hash, and six of the {@linkplain RegionPlace#packed() packed} place. */
	public String toText() {
		return hash.toHex() + HexFormat.of().toHexDigits(place.packed(), PLACE_DIGITS);
	}

	/**
	 * The region that a text stands for; the whole text or an exception.
	 *
	 * @throws HashFormatException
	 *             when it is not {@value Hash256#HEX_DIGITS} digits of a hash and {@value #PLACE_DIGITS} of a place
	 */
	public static Region fromText(String text) throws HashFormatException {
		if (text.length() != Hash256.HEX_DIGITS + PLACE_DIGITS) {
			throw new HashFormatException(0, "a region has " + (Hash256.HEX_DIGITS + PLACE_DIGITS) + " hexadecimal digits");
		}
		Hash256 hash = Hash256.fromHex(text.substring(0, Hash256.HEX_DIGITS));
		try {
			return new Region(hash, RegionPlace.ofPacked(HexFormat.fromHexDigits(text, Hash256.HEX_DIGITS, text.length())));
		} catch (IllegalArgumentException e) {
			throw new HashFormatException(Hash256.HEX_DIGITS, "the place of a region has " + PLACE_DIGITS + " hexadecimal digits");
		}
	}

	/** Fixed words: neither hash nor place may reach a log by accident. */
	@Override
	public String toString() {
		return "Region[hidden]";
	}
}

package org.hashaven.hash;

import java.util.HexFormat;
import java.util.Objects;

/**
 * A distinctive part of a listed photo: a short code and its place. Several regions whose places agree show that one picture contains a
 * part of another.
 *
 * <p>
 * Each bit of a code is the sign of the product of two frequency coefficients, never of one: it says whether two waves have the same sign,
 * not which sign. A region and its photographic negative, hashed at the same angle, therefore have the same code, and a code alone does not
 * give the signs that a reconstruction needs.
 *
 * @param code
 *            {@value #CODE_BITS} bits, of the region rotated to its dominant direction
 * @param place
 *            position and size in the picture
 */
public record Region(long code, RegionGeometry place) {

	/** Bits of a code. */
	public static final int CODE_BITS = Long.SIZE;

	/** Bytes of a region: its code and its {@linkplain RegionGeometry#packed() packed} place. */
	public static final int BYTES = Long.BYTES + RegionGeometry.BITS / Byte.SIZE;

	private static final int CODE_DIGITS = CODE_BITS / 4;
	private static final int PLACE_DIGITS = RegionGeometry.BITS / 4;

	/** Hexadecimal digits of the 256-bit regions that earlier builds wrote. */
	private static final int OLD_DIGITS = Hash256.HEX_DIGITS + PLACE_DIGITS;

	/** The place must not be null. */
	public Region {
		Objects.requireNonNull(place, "place");
	}

	/** The number of differing bits of two codes. */
	public int distanceBits(Region other) {
		return Long.bitCount(code ^ other.code);
	}

	/** The code and the {@linkplain RegionGeometry#packed() packed} place as hexadecimal digits. */
	public String toText() {
		return HexFormat.of().toHexDigits(code) + HexFormat.of().toHexDigits(place.packed(), PLACE_DIGITS);
	}

	/**
	 * Parses what {@link #toText} writes; upper-case digits are accepted. The message of the exception does not quote the text.
	 *
	 * @throws HashFormatException
	 *             if the text is not {@value #CODE_DIGITS} digits of a code and {@value #PLACE_DIGITS} of a place, or is a region of an
	 *             earlier version
	 */
	public static Region fromText(String text) throws HashFormatException {
		if (text.length() == OLD_DIGITS) {
			throw new HashFormatException(ListFault.REGIONS,
					"regions of an earlier version, which reveal the picture: hash the photo again");
		}
		if (text.length() != CODE_DIGITS + PLACE_DIGITS) {
			throw new HashFormatException(ListFault.REGIONS, "a region has " + (CODE_DIGITS + PLACE_DIGITS) + " hexadecimal digits");
		}
		try {
			return new Region(HexFormat.fromHexDigitsToLong(text, 0, CODE_DIGITS),
					RegionGeometry.ofPacked(HexFormat.fromHexDigits(text, CODE_DIGITS, text.length())));
		} catch (IllegalArgumentException e) {
			throw new HashFormatException(ListFault.REGIONS,
					"a region has " + CODE_DIGITS + " hexadecimal digits of a code and " + PLACE_DIGITS
							+ " of a place; those of an earlier version, which reveal the picture, are refused: hash the photo again");
		}
	}

	/** A constant, so that neither code nor place reaches a log by accident. */
	@Override
	public String toString() {
		return "Region[hidden]";
	}
}

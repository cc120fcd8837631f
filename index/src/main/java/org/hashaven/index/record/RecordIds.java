package org.hashaven.index.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;

/**
 * Record ids and their bytes in the index.
 *
 * <p>
 * A new id is 96 random bits, said in 24 hexadecimal digits: it tells nothing about when or where it was given, and among a billion of them
 * the chance that any two are the same is less than one in a hundred billion. Ids of that shape, and of the shape of 128 bits, which others
 * like to give, take half a byte a digit and a mark; all others a mark and their UTF-8 bytes:
 *
 * <pre>
 *   0, 12 or 16 bytes   24 or 32 lower-case hexadecimal digits
 *   1, UTF-8 bytes      anything else
 * </pre>
 */
public final class RecordIds {

	/** Number of bytes of a new id: the mark and 96 random bits. */
	public static final int NEW_BYTES = 13;

	private static final int NEW_DIGITS = 24;
	private static final int LONG_DIGITS = 32;
	private static final byte MARK_HEX = 0;
	private static final byte MARK_TEXT = 1;
	private static final HexFormat HEX = HexFormat.of();

	private RecordIds() {
	}

	/** Makes an id of random bytes, in place: the first becomes the mark. */
	public static void mark(BytesRef random) {
		random.bytes[random.offset] = MARK_HEX;
	}

	/**
	 * The bytes of an id: two ids have the same bytes only when they are equal.
	 *
	 * @throws IllegalArgumentException
	 *             when half of a surrogate pair is missing, which has no bytes of its own
	 */
	public static BytesRef toBytes(String id) {
		if (isHex(id)) {
			return marked(MARK_HEX, HEX.parseHex(id));
		}
		requireWellFormed("id", id);
		return marked(MARK_TEXT, id.getBytes(StandardCharsets.UTF_8));
	}

	private static BytesRef marked(byte mark, byte[] rest) {
		byte[] bytes = new byte[1 + rest.length];
		bytes[0] = mark;
		System.arraycopy(rest, 0, bytes, 1, rest.length);
		return new BytesRef(bytes);
	}

	private static boolean isHex(String id) {
		return (id.length() == NEW_DIGITS || id.length() == LONG_DIGITS)
				&& id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
	}

	/** The id of these bytes. */
	public static String toText(BytesRef bytes) {
		if (bytes.bytes[bytes.offset] == MARK_HEX) {
			return HEX.formatHex(bytes.bytes, bytes.offset + 1, bytes.offset + bytes.length);
		}
		return new String(bytes.bytes, bytes.offset + 1, bytes.length - 1, StandardCharsets.UTF_8);
	}

	/**
	 * Holds a text to what UTF-8 can say.
	 *
	 * @throws IllegalArgumentException
	 *             when half of a surrogate pair is missing
	 */
	public static void requireWellFormed(String what, String text) {
		if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
			throw new IllegalArgumentException(what + " is not well-formed Unicode");
		}
	}
}

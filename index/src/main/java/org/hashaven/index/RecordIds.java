package org.hashaven.index;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;

/**
 * Record ids and their bytes in the index.
 *
 * <p>
 * A new id is 128 random bits, said in 32 hexadecimal digits: it tells nothing about when or where it was given. Any id of that shape takes
 * 16 bytes and a mark, all others a mark and their UTF-8 bytes:
 *
 * <pre>
 *   0, 16 bytes         32 lower-case hexadecimal digits
 *   1, UTF-8 bytes      anything else
 * </pre>
 */
final class RecordIds {

	private static final int RANDOM_BYTES = 16;
	private static final byte MARK_HEX = 0;
	private static final byte MARK_TEXT = 1;
	private static final HexFormat HEX = HexFormat.of();
	private static final SecureRandom RANDOM = new SecureRandom();

	private RecordIds() {
	}

	/** A new id, never given before. */
	static String next() {
		byte[] bytes = new byte[RANDOM_BYTES];
		RANDOM.nextBytes(bytes);
		return HEX.formatHex(bytes);
	}

	/**
	 * The bytes of an id: two ids have the same bytes only when they are equal.
	 *
	 * @throws IllegalArgumentException
	 *             when half of a surrogate pair is missing, which has no bytes of its own
	 */
	static BytesRef toBytes(String id) {
		if (isHex(id)) {
			byte[] bytes = new byte[1 + RANDOM_BYTES];
			bytes[0] = MARK_HEX;
			System.arraycopy(HEX.parseHex(id), 0, bytes, 1, RANDOM_BYTES);
			return new BytesRef(bytes);
		}
		requireWellFormed("id", id);
		byte[] text = id.getBytes(StandardCharsets.UTF_8);
		byte[] bytes = new byte[1 + text.length];
		bytes[0] = MARK_TEXT;
		System.arraycopy(text, 0, bytes, 1, text.length);
		return new BytesRef(bytes);
	}

	private static boolean isHex(String id) {
		return id.length() == 2 * RANDOM_BYTES && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
	}

	/** The id of these bytes. */
	static String toText(BytesRef bytes) {
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
	static void requireWellFormed(String what, String text) {
		if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
			throw new IllegalArgumentException(what + " is not well-formed Unicode");
		}
	}
}

package org.hashaven.hash;

import java.nio.ByteBuffer;

/**
 * A 256-bit perceptual hash, immutable.
 *
 * <p>
 * Bit {@code k} (0..255) is bit {@code k} of a 256-bit number whose hexadecimal form, most significant digit first, is the hash's text: the
 * first digit holds bits 255..252. {@link #word(int) word(0)} is the most significant 64 bits. In PDQ, bit {@code 16 i + j} says whether
 * DCT coefficient (row {@code i}, column {@code j}) lies above the median.
 *
 * <p>
 * A perceptual hash is sensitive: anyone with a near copy can test for it. So {@link #toString()} does not show it; {@link #toHex()} does,
 * and must be asked.
 */
public final class Hash256 implements Comparable<Hash256> {

	/** Number of bits. */
	public static final int BITS = 256;

	/** Number of bytes. */
	public static final int BYTES = BITS / Byte.SIZE;

	/** Number of 64-bit words. */
	public static final int WORDS = BITS / Long.SIZE;

	/** Number of hexadecimal digits. */
	public static final int HEX_DIGITS = BITS / 4;

	private final long word0;
	private final long word1;
	private final long word2;
	private final long word3;

	private Hash256(long word0, long word1, long word2, long word3) {
		this.word0 = word0;
		this.word1 = word1;
		this.word2 = word2;
		this.word3 = word3;
	}

	/** The hash of these four words, the most significant first. */
	public static Hash256 ofWords(long word0, long word1, long word2, long word3) {
		return new Hash256(word0, word1, word2, word3);
	}

	/**
	 * The hash of 32 bytes, the most significant first.
	 *
	 * @throws IllegalArgumentException
	 *             when there are not exactly 32
	 */
	public static Hash256 ofBytes(byte[] bytes) {
		if (bytes.length != BYTES) {
			throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
		}
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		return new Hash256(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
	}

	/**
	 * Reads a hash from its text: exactly 64 hexadecimal digits, upper or lower case, nothing before, between or after.
	 *
	 * @throws HashFormatException
	 *             when the text is anything else; the message gives the offset and the reason, never the text
	 */
	public static Hash256 fromHex(CharSequence hex) throws HashFormatException {
		// Digits first, length second: the first thing wrong with a text is its first wrong digit.
		long[] words = new long[WORDS];
		int length = Math.min(hex.length(), HEX_DIGITS);
		for (int i = 0; i < length; i++) {
			words[i / 16] = words[i / 16] << 4 | digit(hex, i);
		}
		if (hex.length() != HEX_DIGITS) {
			throw new HashFormatException(length, "a hash has " + HEX_DIGITS + " hexadecimal digits, this has " + hex.length());
		}
		return new Hash256(words[0], words[1], words[2], words[3]);
	}

	private static int digit(CharSequence hex, int offset) throws HashFormatException {
		char c = hex.charAt(offset);
		if (c >= '0' && c <= '9') {
			return c - '0';
		}
		if (c >= 'a' && c <= 'f') {
			return c - 'a' + 10;
		}
		if (c >= 'A' && c <= 'F') {
			return c - 'A' + 10;
		}
		throw new HashFormatException(offset, "not a hexadecimal digit");
	}

	/** The 64 hexadecimal digits, lower case. Sensitive: never in a log line, an exception message, a metric label or a URL. */
	public String toHex() {
		StringBuilder hex = new StringBuilder(HEX_DIGITS);
		for (int i = 0; i < WORDS; i++) {
			String digits = Long.toHexString(word(i));
			hex.repeat('0', 16 - digits.length()).append(digits);
		}
		return hex.toString();
	}

	/** The 32 bytes, the most significant first; a new array each time. */
	public byte[] toBytes() {
		return ByteBuffer.allocate(BYTES).putLong(word0).putLong(word1).putLong(word2).putLong(word3).array();
	}

	/**
	 * One of the four 64-bit words.
	 *
	 * @param index
	 *            0 (most significant) to 3
	 */
	public long word(int index) {
		return switch (index) {
			case 0 -> word0;
			case 1 -> word1;
			case 2 -> word2;
			case 3 -> word3;
			default -> throw new IndexOutOfBoundsException(index);
		};
	}

	/**
	 * Whether a bit is set.
	 *
	 * @param index
	 *            0 (least significant) to 255
	 */
	public boolean bit(int index) {
		if (index < 0 || index >= BITS) {
			throw new IndexOutOfBoundsException(index);
		}
		return (word(WORDS - 1 - index / Long.SIZE) >>> (index % Long.SIZE) & 1) != 0;
	}

	/** The hash with every bit the other one: that of a picture whose dark was made light. */
	public Hash256 complement() {
		return ofWords(~word(0), ~word(1), ~word(2), ~word(3));
	}

	/** Number of bits set: 128 in a PDQ hash without ties at the median. */
	public int weight() {
		return Long.bitCount(word0) + Long.bitCount(word1) + Long.bitCount(word2) + Long.bitCount(word3);
	}

	/** Number of bits in which the two differ, 0..256: their Hamming distance. */
	public int distance(Hash256 other) {
		return Long.bitCount(word0 ^ other.word0) + Long.bitCount(word1 ^ other.word1) + Long.bitCount(word2 ^ other.word2)
				+ Long.bitCount(word3 ^ other.word3);
	}

	/** The order of the hashes as unsigned numbers, which is the order of their texts. */
	@Override
	public int compareTo(Hash256 other) {
		for (int i = 0; i < WORDS; i++) {
			int order = Long.compareUnsigned(word(i), other.word(i));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	@Override
	public boolean equals(Object object) {
		return object instanceof Hash256 other && word0 == other.word0 && word1 == other.word1 && word2 == other.word2
				&& word3 == other.word3;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(word0 ^ Long.rotateLeft(word1, 1) ^ Long.rotateLeft(word2, 2) ^ Long.rotateLeft(word3, 3));
	}

	/** A fixed text: a hash must not reach a log by accident. See {@link #toHex()}. */
	@Override
	public String toString() {
		return "Hash256[hidden]";
	}
}

package org.hashaven.hash;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The MD5 of a file's bytes, for lists that have nothing else: it finds the very same file and no other, not even one that was saved anew.
 *
 * <p>
 * It is as sensitive as a perceptual hash, since anyone with the file can test for it: {@link #toString()} does not show it;
 * {@link #toHex()} does, and must be asked.
 *
 * @param high
 *            its first eight bytes
 * @param low
 *            its last eight
 */
public record Md5(long high, long low) implements Comparable<Md5> {

	/** Number of hexadecimal digits. */
	public static final int HEX_DIGITS = 32;

	private static final int BUFFER_BYTES = 1 << 16;

	/**
	 * The MD5 of all bytes of a file, read from begin to end.
	 *
	 * @throws IOException
	 *             when it cannot be read
	 */
	public static Md5 ofFile(Path file) throws IOException {
		Md5Digest digest = new Md5Digest();
		byte[] buffer = new byte[BUFFER_BYTES];
		// not Files.newInputStream: the JDK's channels make the system load its network library
		try (InputStream in = new FileInputStream(file.toFile())) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				digest.update(buffer, count);
			}
		}
		return digest.finish();
	}

	/**
	 * Reads an MD5 from its text: exactly 32 hexadecimal digits, upper or lower case.
	 *
	 * @throws HashFormatException
	 *             when the text is anything else; the message never gives the text
	 */
	public static Md5 fromHex(CharSequence hex) throws HashFormatException {
		if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
			throw new HashFormatException(ListFault.MD5);
		}
		int half = HEX_DIGITS / 2;
		return new Md5(HexFormat.fromHexDigitsToLong(hex, 0, half), HexFormat.fromHexDigitsToLong(hex, half, HEX_DIGITS));
	}

	/** The 32 hexadecimal digits, lower case. Sensitive: never in a log line, an exception message, a metric label or a URL. */
	public String toHex() {
		return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
	}

	@Override
	public int compareTo(Md5 other) {
		int byHigh = Long.compare(high, other.high);
		return byHigh == 0 ? Long.compare(low, other.low) : byHigh;
	}

	/** Fixed words: the MD5 is sensitive. */
	@Override
	public String toString() {
		return "Md5[hidden]";
	}
}

package org.hashaven.hash.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a list's bytes: the one place where an encoding is chosen.
 *
 * <p>
 * A byte order mark says UTF-8, UTF-16 or UTF-32, as PowerShell and Notepad write them. Without one, a text whose first two characters are
 * ASCII in two bytes each is UTF-16, and everything else UTF-8. Bytes that the encoding does not know become U+FFFD.
 */
public final class ListText {

	private static final int HEAD_BYTES = 4;

	private record Encoding(Charset charset, int markBytes) {
	}

	private ListText() {
	}

	/**
	 * The text of {@code in}, without a byte order mark. Closing the reader closes {@code in}.
	 *
	 * @throws IOException
	 *             when reading fails
	 */
	public static Reader open(InputStream in) throws IOException {
		PushbackInputStream bytes = new PushbackInputStream(in, HEAD_BYTES);
		byte[] head = bytes.readNBytes(HEAD_BYTES);
		Encoding encoding = encoding(head);
		bytes.unread(head, encoding.markBytes(), head.length - encoding.markBytes());
		return new InputStreamReader(bytes, encoding.charset());
	}

	private static Encoding encoding(byte[] head) {
		// UTF-32 first: its little-endian mark begins like that of UTF-16.
		if (starts(head, 0xff, 0xfe, 0, 0)) {
			return new Encoding(StandardCharsets.UTF_32LE, 4);
		}
		if (starts(head, 0, 0, 0xfe, 0xff)) {
			return new Encoding(StandardCharsets.UTF_32BE, 4);
		}
		if (starts(head, 0xff, 0xfe)) {
			return new Encoding(StandardCharsets.UTF_16LE, 2);
		}
		if (starts(head, 0xfe, 0xff)) {
			return new Encoding(StandardCharsets.UTF_16BE, 2);
		}
		if (starts(head, 0xef, 0xbb, 0xbf)) {
			return new Encoding(StandardCharsets.UTF_8, 3);
		}
		if (head.length == HEAD_BYTES && isText(head[0]) && head[1] == 0 && isText(head[2]) && head[3] == 0) {
			return new Encoding(StandardCharsets.UTF_16LE, 0);
		}
		if (head.length == HEAD_BYTES && head[0] == 0 && isText(head[1]) && head[2] == 0 && isText(head[3])) {
			return new Encoding(StandardCharsets.UTF_16BE, 0);
		}
		return new Encoding(StandardCharsets.UTF_8, 0);
	}

	private static boolean starts(byte[] head, int... mark) {
		if (head.length < mark.length) {
			return false;
		}
		for (int i = 0; i < mark.length; i++) {
			if (Byte.toUnsignedInt(head[i]) != mark[i]) {
				return false;
			}
		}
		return true;
	}

	private static boolean isText(byte b) {
		return b >= ' ' || b == '\t' || b == '\n' || b == '\r';
	}
}

package org.hashaven.hash;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, counted and held to a length; line ends and a byte order mark taken off. */
final class LineReader implements Closeable {

	/** Longest line, in characters; the rest of a longer one is skipped. */
	static final int MAX_CHARS = 16_384;

	private final Reader in;
	private final char[] buffer = new char[32_768];
	private final StringBuilder text = new StringBuilder();
	private int at;
	private int filled;
	private long line;

	/** Reads from {@code in}, which is closed with this reader. */
	LineReader(Reader in) {
		this.in = in;
	}

	/** Number of the line last read, from 1. */
	long line() {
		return line;
	}

	/**
	 * The next line, null at the end.
	 *
	 * @throws HashFormatException
	 *             when it is too long; the call after it goes on behind that line
	 */
	@Nullable
	String next() throws IOException {
		text.setLength(0);
		boolean tooLong = false;
		boolean ended = false;
		boolean any = false;
		while (!ended && fill()) {
			any = true;
			int end = at;
			while (end < filled && buffer[end] != '\n') {
				end++;
			}
			int room = MAX_CHARS - text.length();
			tooLong |= end - at > room;
			text.append(buffer, at, Math.min(end - at, room));
			ended = end < filled;
			at = ended ? end + 1 : end;
		}
		if (!any) {
			return null;
		}
		line++;
		if (tooLong) {
			throw new HashFormatException(line, "a line has at most " + MAX_CHARS + " characters");
		}
		int end = text.length();
		if (end > 0 && text.charAt(end - 1) == '\r') {
			end--;
		}
		boolean byteOrderMark = line == 1 && end > 0 && text.charAt(0) == '\ufeff';
		return text.substring(byteOrderMark ? 1 : 0, end);
	}

	/** Makes sure of at least one character in the buffer; false at the end of the file. */
	private boolean fill() throws IOException {
		if (at == filled) {
			at = 0;
			filled = Math.max(0, in.read(buffer));
		}
		return at < filled;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}

package org.hashaven.hash.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.jspecify.annotations.Nullable;

/** The lines of a text, counted and held to a length; line ends (LF, CR LF, CR) and a byte order mark taken off. */
final class LineReader implements Closeable {

	/** Longest line, in characters; the rest of a longer one is skipped. */
	static final int MAX_CHARS = 16_384;

	private final Reader in;
	private final char[] buffer = new char[2 * MAX_CHARS];
	private final StringBuilder text = new StringBuilder();
	private int at;
	private int filled;
	private long line;
	private boolean afterCarriageReturn;
	private boolean exhausted;

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
		skipLineFeed();
		while (!ended && fill()) {
			any = true;
			int end = at;
			while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
				end++;
			}
			int room = MAX_CHARS - text.length();
			tooLong |= end - at > room;
			text.append(buffer, at, Math.min(end - at, room));
			ended = end < filled;
			afterCarriageReturn = ended && buffer[end] == '\r';
			at = ended ? end + 1 : end;
		}
		if (!any) {
			return null;
		}
		line++;
		if (tooLong) {
			throw new HashFormatException(ListFault.TOO_LONG).at(line, MAX_CHARS + 1);
		}
		boolean byteOrderMark = line == 1 && text.length() > 0 && text.charAt(0) == '\ufeff';
		return text.substring(byteOrderMark ? 1 : 0);
	}

	/**
	 * What follows, without reading it: the next {@value #MAX_CHARS} characters, or fewer at the end of the text. Good until the next call.
	 */
	CharSequence peek() throws IOException {
		skipLineFeed();
		if (filled - at < MAX_CHARS && !exhausted) {
			System.arraycopy(buffer, at, buffer, 0, filled - at);
			filled -= at;
			at = 0;
			while (filled < MAX_CHARS) {
				int count = in.read(buffer, filled, buffer.length - filled);
				exhausted = count <= 0;
				if (exhausted) {
					break;
				}
				filled += count;
			}
		}
		int from = line == 0 && at < filled && buffer[at] == '\ufeff' ? at + 1 : at;
		return CharBuffer.wrap(buffer, from, Math.min(MAX_CHARS, filled - from));
	}

	/** The text behind the line last read, for readers that do not read it line by line. */
	Reader rest() throws IOException {
		peek();
		at += line == 0 && at < filled && buffer[at] == '\ufeff' ? 1 : 0;
		return new Reader() {

			@Override
			public int read(char[] target, int offset, int length) throws IOException {
				if (at == filled) {
					return in.read(target, offset, length);
				}
				int count = Math.min(length, filled - at);
				System.arraycopy(buffer, at, target, offset, count);
				at += count;
				return count;
			}

			@Override
			public void close() throws IOException {
				in.close();
			}
		};
	}

	private void skipLineFeed() throws IOException {
		if (afterCarriageReturn && fill() && buffer[at] == '\n') {
			at++;
		}
		afterCarriageReturn = false;
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

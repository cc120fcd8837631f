package org.hashaven.hash;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads records from lines of text: plain hashes, CSV, JSON Lines, vPDQ lines, mixed as they come.
 *
 * <p>
 * A line is a record as {@link RecordFormat} writes it, or 64 hexadecimal digits alone, or {@code hash,quality[,name]}, or vPDQ's
 * {@code frame,quality,hash,seconds}. A CSV header ({@code hash} among its columns) gives the columns of the lines after it; columns and
 * JSON properties that are not known are passed over. Empty lines and lines that begin with {@code #} are skipped. A record without a
 * quality is taken as {@value HashRecord#MAX_QUALITY}: a list that says nothing of quality means its hashes to match.
 *
 * <p>
 * A line about a frame may say which video of the list it is from and when it is shown: {@link MediaReader} puts videos together.
 *
 * <p>
 * A line that is none of these gives a {@link HashFormatException} with its number, after which reading goes on with the next line.
 */
public final class HashRecordReader implements Closeable {

	/** Longest line, in characters; the rest of a longer one is skipped. */
	public static final int MAX_LINE_CHARS = 16_384;

	private final Reader in;
	private final char[] buffer = new char[32_768];
	private final StringBuilder text = new StringBuilder();
	private int at;
	private int filled;
	private CsvColumns columns = CsvColumns.PLAIN;
	private long line;
	private @Nullable FramePlace place;

	/** Reads from {@code in}, which is closed with this reader. */
	public HashRecordReader(Reader in) {
		this.in = in;
	}

	/** Number of the line last read, from 1. */
	public long line() {
		return line;
	}

	/** Where the record last read stands in a video; null when its line does not say. */
	@Nullable
	FramePlace place() {
		return place;
	}

	/**
	 * The next record, null at the end.
	 *
	 * @throws HashFormatException
	 *             when the next line is not a record; the call after it goes on behind that line
	 * @throws IOException
	 *             when reading fails
	 */
	public @Nullable HashRecord next() throws IOException {
		place = null;
		while (true) {
			String text = readLine();
			if (text == null) {
				return null;
			}
			if (columns.hash() == 0 && isBareHash(text)) {
				// a shorter way to what the columns would give: lists are long
				return HashRecord.ofPhoto(Hash256.fromHex(text), HashRecord.MAX_QUALITY);
			}
			if (text.isBlank() || text.startsWith("#")) {
				continue;
			}
			try {
				if (text.startsWith("{")) {
					return recordOf(JsonRecord.parse(text));
				}
				CsvColumns header = CsvColumns.ofHeader(text);
				if (header == null) {
					return recordOf(columns.parse(text));
				}
				columns = header;
			} catch (HashFormatException e) {
				throw new HashFormatException(line, e.reason());
			}
		}
	}

	private HashRecord recordOf(ListLine read) {
		place = read.place();
		return read.record();
	}

	private static boolean isBareHash(String text) {
		if (text.length() != Hash256.HEX_DIGITS) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c < '0' || c > '9') && (c < 'a' || c > 'f') && (c < 'A' || c > 'F')) {
				return false;
			}
		}
		return true;
	}

	private @Nullable String readLine() throws IOException {
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
			int room = MAX_LINE_CHARS - text.length();
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
			throw new HashFormatException(line, "a line has at most " + MAX_LINE_CHARS + " characters");
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

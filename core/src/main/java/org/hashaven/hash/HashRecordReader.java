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
	public static final int MAX_LINE_CHARS = LineReader.MAX_CHARS;

	private final LineReader lines;
	private CsvColumns columns = CsvColumns.PLAIN;
	private @Nullable FramePlace place;

	/** Reads from {@code in}, which is closed with this reader. */
	public HashRecordReader(Reader in) {
		this.lines = new LineReader(in);
	}

	/** Number of the line last read, from 1. */
	public long line() {
		return lines.line();
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
			String text = lines.next();
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
				throw new HashFormatException(lines.line(), e.reason());
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

	@Override
	public void close() throws IOException {
		lines.close();
	}
}

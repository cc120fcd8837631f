package org.hashaven.hash;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A list of MD5s, as hotlines give them: says whether a file is one of those listed, byte for byte.
 *
 * <p>
 * A line of its text is one of these:
 *
 * <pre>
 *   32 hexadecimal digits, with or without more behind a blank or a comma, as md5sum writes them
 *   under a CSV header with a column md5: a line of CSV, with the MD5 in that column
 *   a JSON object with a property md5
 * </pre>
 *
 * Empty lines and lines that begin with {@code #} are skipped, and so are CSV lines and JSON objects that have no MD5. A line that is
 * anything else makes the whole list unusable: of a list that is not what it should be nobody knows what it leaves out.
 */
public final class Md5List {

	/** Most MD5s of one list; they take about 40 bytes of memory each. */
	public static final int MAX_MD5S = 10_000_000;

	private static final int FIRST_ROOM = 1_024;

	private final Md5[] sorted;

	private Md5List(Md5[] sorted) {
		this.sorted = sorted;
	}

	/**
	 * Reads a list to its end; {@code in} is left open.
	 *
	 * @throws HashFormatException
	 *             when a line is none of the above, or one too many, with its number; when there is no MD5 at all, with the number 0
	 * @throws IOException
	 *             when reading fails
	 */
	public static Md5List read(Reader in) throws IOException {
		return read(in, MAX_MD5S);
	}

	static Md5List read(Reader in, int maxMd5s) throws IOException {
		return new Reading(new LineReader(in), maxMd5s).run();
	}

	/** Whether an MD5 is in the list; null never is. */
	public boolean contains(@Nullable Md5 md5) {
		return md5 != null && Arrays.binarySearch(sorted, md5) >= 0;
	}

	/** Number of MD5s, those listed twice counted twice. */
	public int size() {
		return sorted.length;
	}

	/** Fixed words: what is listed is sensitive. */
	@Override
	public String toString() {
		return "Md5List[" + sorted.length + "]";
	}

	/** One pass over the lines of a list. */
	private static final class Reading {

		private final LineReader lines;
		private final int maxMd5s;
		private Md5[] md5s = new Md5[FIRST_ROOM];
		private int count;
		private @Nullable CsvColumns columns;

		Reading(LineReader lines, int maxMd5s) {
			this.lines = lines;
			this.maxMd5s = maxMd5s;
		}

		Md5List run() throws IOException {
			for (String line = lines.next(); line != null; line = lines.next()) {
				try {
					read(line);
				} catch (HashFormatException e) {
					throw new HashFormatException(lines.line(), e.reason());
				}
			}
			if (count == 0) {
				throw new HashFormatException(0, "there is no MD5 in this list");
			}
			Md5[] sorted = Arrays.copyOf(md5s, count);
			Arrays.sort(sorted);
			return new Md5List(sorted);
		}

		private void read(String line) throws HashFormatException {
			if (line.isBlank() || line.startsWith("#")) {
				return;
			}
			if (line.startsWith("{")) {
				add(JsonRecord.md5(line));
			} else if (columns != null) {
				add(columns.md5(line));
			} else {
				columns = CsvColumns.ofMd5Header(line);
				if (columns == null) {
					add(Md5.fromHex(firstWord(line)));
				}
			}
		}

		private static String firstWord(String line) {
			int end = 0;
			while (end < line.length() && line.charAt(end) != ',' && !Character.isWhitespace(line.charAt(end))) {
				end++;
			}
			return line.substring(0, end);
		}

		private void add(@Nullable Md5 md5) throws HashFormatException {
			if (md5 == null) {
				return;
			}
			if (count == maxMd5s) {
				throw new HashFormatException(lines.line(), "a list has at most " + maxMd5s + " MD5s");
			}
			if (count == md5s.length) {
				md5s = Arrays.copyOf(md5s, 2 * count);
			}
			md5s[count++] = md5;
		}
	}
}

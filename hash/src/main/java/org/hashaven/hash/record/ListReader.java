package org.hashaven.hash.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a list, whose format is detected by its content.
 *
 * <pre>
 *   text ─ LineReader ─┬─ first line begins a document ─ JsonEntries ────────────────┐
 *                      ├─ sep=…                        → the separator of columns    ├─ ListEntry
 *                      ├─ a header ─ CsvColumns        → what the columns hold       │
 *                      └─ any other line: JSON object, columns, or PlainLine ────────┘
 * </pre>
 */
final class ListReader implements Closeable {

	private static final String SEPARATOR_LINE = "sep=";

	private final LineReader lines;
	private final ListField wanted;
	private boolean begun;
	private String separators = CsvColumns.SEPARATORS;
	private @Nullable CsvColumns columns;
	private @Nullable JsonEntries document;

	/**
	 * Reads from {@code in}, which is closed with this reader.
	 *
	 * @param wanted
	 *            what the list is of: {@link ListField#HASH} or {@link ListField#MD5}
	 */
	ListReader(Reader in, ListField wanted) {
		this.lines = new LineReader(in);
		this.wanted = wanted;
	}

	/**
	 * The next entry, null at the end.
	 *
	 * @throws HashFormatException
	 *             when it is none, with line and column; the call after it goes on behind it
	 * @throws IOException
	 *             when reading fails
	 */
	@Nullable
	ListEntry next() throws IOException {
		while (document == null) {
			if (!begun && JsonEntries.beginsDocument(lines.peek())) {
				document = new JsonEntries(lines.rest(), wanted, lines.line());
				break;
			}
			String text = lines.next();
			if (text == null) {
				return null;
			}
			try {
				ListEntry entry = entry(text);
				if (entry != null) {
					return entry;
				}
			} catch (HashFormatException e) {
				begun = true;
				throw e.at(lines.line(), e.column());
			}
		}
		return document.next();
	}

	/** The entry in a line, null when the line has none. */
	private @Nullable ListEntry entry(String text) throws IOException {
		if (text.isBlank() || text.startsWith("#")) {
			return null;
		}
		if (!begun && isSeparatorLine(text)) {
			separators = separator(text);
			return null;
		}
		begun = true;
		if (text.stripLeading().startsWith("{")) {
			return JsonEntries.ofLine(text, wanted, lines.line());
		}
		CsvColumns header = CsvColumns.ofHeader(text, wanted, separators);
		if (header != null) {
			columns = header;
			return null;
		}
		if (columns != null) {
			return columns.entry(text, lines.line());
		}
		return wanted == ListField.MD5 ? PlainLine.md5(text, lines.line()) : PlainLine.pdq(text, lines.line(), separators);
	}

	private static boolean isSeparatorLine(String text) {
		return text.regionMatches(true, text.startsWith("\"") ? 1 : 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length());
	}

	/** The separator that Excel names in a first line, which may be quoted. */
	private static String separator(String text) throws HashFormatException {
		int quote = text.startsWith("\"") ? 1 : 0;
		int end = text.length() - (quote == 1 && text.endsWith("\"") ? 1 : 0);
		String separator = text.substring(quote + SEPARATOR_LINE.length(), end);
		boolean sound = separator.length() == 1 && !Character.isLetterOrDigit(separator.charAt(0)) && separator.charAt(0) != '"';
		if (!sound) {
			throw new HashFormatException(ListFault.SEPARATOR).at(0, quote + SEPARATOR_LINE.length() + 1);
		}
		return separator;
	}

	@Override
	public void close() throws IOException {
		lines.close();
	}
}

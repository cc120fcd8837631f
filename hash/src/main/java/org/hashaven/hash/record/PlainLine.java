package org.hashaven.hash.record;

import java.util.HexFormat;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.hashaven.hash.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * A line that no header explains.
 *
 * <pre>
 *   HASH                         64 hexadecimal digits
 *   pdq HASH      pdq:HASH       also behind = , ; and a tab, with more fields behind the hash
 *   HASH,quality[,name]          also with ; a tab or |
 *   frame,quality,HASH,seconds   vPDQ
 *   MD5 …         md5:MD5 …      in a list of MD5s: 32 digits, anything behind them
 * </pre>
 */
final class PlainLine {

	private static final String BEHIND_WORD = ":=,;|\t ";
	private static final int VPDQ_FIELDS = 4;

	private PlainLine() {
	}

	/** A line of a list of PDQ hashes as an entry; separators are those that may be used. */
	static ListEntry pdq(String text, long line, String separators) throws HashFormatException {
		ListEntry entry = new ListEntry(line);
		if (isHash(text)) {
			// a shorter way to what the fields would give: lists are long
			entry.put(ListField.HASH, text, 1);
			return entry;
		}
		int begin = hashBegin(text, HashType.PDQ);
		String rest = text.substring(begin);
		HashFormatException broken = null;
		for (int i = 0; i < separators.length(); i++) {
			try {
				if (fill(entry, CsvLine.split(rest, separators.charAt(i)), begin)) {
					return entry;
				}
			} catch (HashFormatException e) {
				broken = broken == null ? e.at(0, begin + e.column()) : broken;
			}
		}
		if (broken != null) {
			throw broken;
		}
		entry.put(ListField.HASH, firstField(rest, separators), begin + 1);
		return entry;
	}

	/** A line of a list of MD5s as an entry. */
	static ListEntry md5(String text, long line) throws HashFormatException {
		ListEntry entry = new ListEntry(line);
		int begin = hashBegin(text, HashType.MD5);
		int end = begin;
		while (end < text.length() && CsvColumns.SEPARATORS.indexOf(text.charAt(end)) < 0 && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		entry.put(ListField.MD5, text.substring(begin, end), begin + 1);
		return entry;
	}

	/** Fills an entry with fields; false when they are in no known order. */
	private static boolean fill(ListEntry entry, CsvLine line, int begin) {
		if (line.size() == VPDQ_FIELDS && isHash(line.fields().get(2)) && line.fields().getFirst().length() < Hash256.HEX_DIGITS) {
			put(entry, ListField.QUALITY, line, 1, begin);
			put(entry, ListField.HASH, line, 2, begin);
			put(entry, ListField.MS, line, 3, begin);
			entry.put(ListField.KIND, MediaKind.FRAME.word(), 1);
			entry.setVpdq();
			return true;
		}
		if (isHash(line.fields().getFirst())) {
			put(entry, ListField.HASH, line, 0, begin);
			put(entry, ListField.QUALITY, line, 1, begin);
			put(entry, ListField.NAME, line, 2, begin);
			return true;
		}
		return false;
	}

	private static void put(ListEntry entry, ListField field, CsvLine line, int index, int begin) {
		if (index < line.size() && !line.fields().get(index).isEmpty()) {
			entry.put(field, line.fields().get(index), begin + line.columns().get(index));
		}
	}

	private static String firstField(String text, String separators) {
		int end = 0;
		while (end < text.length() && separators.indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return text.substring(0, end).stripTrailing();
	}

	/**
	 * Where the hash begins: 0, or behind a word that says its type.
	 *
	 * @throws HashFormatException
	 *             {@link ListFault#TYPE} when the word names another type
	 */
	private static int hashBegin(String text, HashType wanted) throws HashFormatException {
		int begin = skipBlanks(text, 0);
		int end = begin;
		while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_' || text.charAt(end) == '-')) {
			end++;
		}
		int separator = skipBlanks(text, end);
		int behind = separator;
		if (separator < text.length() && BEHIND_WORD.indexOf(text.charAt(separator)) >= 0) {
			behind = skipBlanks(text, separator + 1);
		}
		HashType type = behind == end ? HashType.UNKNOWN : HashType.ofWord(text.substring(begin, end));
		boolean hashFollows = behind < text.length() && HexFormat.isHexDigit(text.charAt(behind));
		if (type == HashType.UNKNOWN || !hashFollows || isHash(text.substring(begin, end))) {
			return begin;
		}
		if (type != wanted) {
			throw new HashFormatException(ListFault.TYPE).at(0, begin + 1);
		}
		return behind;
	}

	private static int skipBlanks(String text, int from) {
		int at = from;
		while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
			at++;
		}
		return at;
	}

	private static boolean isHash(@Nullable String text) {
		return text != null && text.length() == Hash256.HEX_DIGITS && text.chars().allMatch(HexFormat::isHexDigit);
	}
}

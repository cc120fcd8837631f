package org.hashaven.hash.record;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.jspecify.annotations.Nullable;

/**
 * The header of a CSV list: which column holds what, and what separates the columns.
 *
 * @param names
 *            for each column the field it holds, null for a column that is of no use
 * @param separator
 *            between two columns
 * @param otherType
 *            whether no column has hashes of the wanted type, and one has hashes of another
 */
record CsvColumns(List<ListField.@Nullable Name> names, char separator, boolean otherType) {

	/** What separates columns, the commonest first. */
	static final String SEPARATORS = ",;\t|";

	private static final int MAX_TYPE_CHARS = 20;
	private static final int HASH_DIGITS = 16;

	/**
	 * The columns that a header names, null when the line is none.
	 *
	 * @param wanted
	 *            {@link ListField#HASH} or {@link ListField#MD5}
	 * @param separators
	 *            those that may separate the columns
	 */
	static @Nullable CsvColumns ofHeader(String line, ListField wanted, String separators) {
		// A record whose file is called "hash" or "md5" is no header: a header has no hashes.
		if (holdsHash(line)) {
			return null;
		}
		CsvColumns other = null;
		for (int i = 0; i < separators.length(); i++) {
			CsvColumns columns = ofHeader(line, wanted, separators.charAt(i));
			if (columns != null && !columns.otherType) {
				return columns;
			}
			other = other == null ? columns : other;
		}
		return other;
	}

	private static @Nullable CsvColumns ofHeader(String line, ListField wanted, char separator) {
		CsvLine header;
		try {
			header = CsvLine.split(line, separator);
		} catch (HashFormatException e) {
			return null;
		}
		List<ListField.@Nullable Name> names = new ArrayList<>();
		boolean hasOther = false;
		for (String field : header.fields()) {
			names.add(ListField.named(field));
			// a sentence about hashes is no header
			boolean isWord = field.length() <= MAX_TYPE_CHARS && field.indexOf(' ') < 0;
			HashType type = isWord ? HashType.ofWord(field) : HashType.UNKNOWN;
			hasOther |= type == HashType.MD5 || type == HashType.OTHER;
		}
		boolean hasWanted = has(names, wanted)
				|| (wanted == ListField.MD5 && has(names, ListField.HASH) && has(names, ListField.SIGNAL_TYPE));
		if (hasWanted) {
			return new CsvColumns(names, separator, false);
		}
		return hasOther && wanted == ListField.HASH ? new CsvColumns(names, separator, true) : null;
	}

	private static boolean has(List<ListField.@Nullable Name> names, ListField field) {
		for (ListField.Name name : names) {
			if (name != null && name.field() == field) {
				return true;
			}
		}
		return false;
	}

	/** Whether a text has as many hexadecimal digits in a row as only hashes have, mistyped ones too. */
	private static boolean holdsHash(String text) {
		int digits = 0;
		for (int i = 0; i < text.length() && digits < HASH_DIGITS; i++) {
			digits = HexFormat.isHexDigit(text.charAt(i)) ? digits + 1 : 0;
		}
		return digits == HASH_DIGITS;
	}

	/**
	 * A line under the header as an entry.
	 *
	 * @throws HashFormatException
	 *             when it cannot be split, or the list has another type of hash
	 */
	ListEntry entry(String text, long line) throws HashFormatException {
		if (otherType) {
			throw new HashFormatException(ListFault.TYPE);
		}
		CsvLine fields = CsvLine.split(text, separator);
		ListEntry entry = new ListEntry(line);
		for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
			ListField.Name name = names.get(i);
			if (name != null && !fields.fields().get(i).isEmpty()) {
				entry.put(name, fields.fields().get(i), line, fields.columns().get(i));
			}
		}
		return entry;
	}
}

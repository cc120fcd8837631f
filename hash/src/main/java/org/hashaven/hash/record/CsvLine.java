package org.hashaven.hash.record;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;

/**
 * The fields of a line of CSV, RFC 4180 quotes taken off.
 *
 * @param fields
 *            their texts, without blanks around them
 * @param columns
 *            where each begins in the line, in characters from 1
 */
record CsvLine(List<String> fields, List<Integer> columns) {

	/**
	 * Splits a line.
	 *
	 * @throws HashFormatException
	 *             when a quoted field does not end
	 */
	static CsvLine split(String line, char separator) throws HashFormatException {
		CsvLine split = new CsvLine(new ArrayList<>(), new ArrayList<>());
		StringBuilder field = new StringBuilder();
		int begin = 0;
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
				field.append('"');
				i++;
			} else if (c == '"' && (quoted || field.isEmpty())) {
				quoted = !quoted;
			} else if (c == separator && !quoted) {
				split.add(field, line, begin);
				begin = i + 1;
			} else {
				field.append(c);
			}
		}
		if (quoted) {
			throw new HashFormatException(ListFault.QUOTE).at(0, begin + 1);
		}
		split.add(field, line, begin);
		return split;
	}

	private void add(StringBuilder field, String line, int begin) {
		int at = begin;
		while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '"')) {
			at++;
		}
		fields.add(field.toString().strip());
		columns.add(at + 1);
		field.setLength(0);
	}

	/** Number of fields. */
	int size() {
		return fields.size();
	}

	/** Fixed words: its texts are sensitive. */
	@Override
	public String toString() {
		return "CsvLine[hidden]";
	}
}

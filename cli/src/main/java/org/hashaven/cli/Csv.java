package org.hashaven.cli;

/** Lines of comma-separated values: fields quoted where they must be (RFC 4180). */
final class Csv {

	private Csv() {
	}

	/** One line, without its end. */
	static String line(Object... fields) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < fields.length; i++) {
			if (i > 0) {
				line.append(',');
			}
			String field = fields[i].toString();
			boolean quoted = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
			line.append(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
		}
		return line.toString();
	}
}

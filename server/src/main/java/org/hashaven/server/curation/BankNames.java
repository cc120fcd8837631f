package org.hashaven.server.curation;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The names of banks in HMA's form: capital letters, digits and underscores, not beginning with a digit, at most 255 characters. */
final class BankNames {

	private static final Pattern FORM = Pattern.compile("[A-Z_][A-Z0-9_]*");
	private static final int MAX_CHARS = 200; // of the index; HMA takes 255

	private BankNames() {
	}

	static boolean isValid(String name) {
		return name.length() <= MAX_CHARS && FORM.matcher(name).matches();
	}

	/**
	 * The name under which a bank of an index is shown that was not made by the service: in capital letters, everything else an underscore,
	 * and a number behind it where that name is taken.
	 */
	static String ofIndexBank(String indexName, Predicate<String> isTaken) {
		String name = indexName.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
		if (!FORM.matcher(name).matches()) {
			name = "_" + name;
		}
		name = name.substring(0, Math.min(name.length(), MAX_CHARS - 5));
		String free = name;
		for (int i = 2; isTaken.test(free); i++) {
			free = name + "_" + i;
		}
		return free;
	}
}

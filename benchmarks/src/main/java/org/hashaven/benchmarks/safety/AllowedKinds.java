package org.hashaven.benchmarks.safety;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hashaven.testdata.kinds.Kind;

/** Kinds that may have false matches in a way of listing: words such as {@code lock-screen:regions}, separated by commas. */
final class AllowedKinds {

	private final Set<String> allowed = new TreeSet<>();
	private final Set<String> unused = new TreeSet<>();

	/**
	 * @param argument
	 *            {@code -} for none
	 * @param ways
	 *            what may stand after the colon
	 * @throws IllegalArgumentException
	 *             when a word names no kind or no way
	 */
	AllowedKinds(String argument, String... ways) {
		for (String word : argument.equals("-") ? List.<String>of() : List.of(argument.split(",", -1))) {
			int colon = word.indexOf(':');
			if (colon < 0 || !List.of(ways).contains(word.substring(colon + 1))) {
				throw new IllegalArgumentException("an exception is KIND:WAY with one of " + List.of(ways) + ", not " + word);
			}
			allowed.add(Kind.ofWord(word.substring(0, colon)).word() + word.substring(colon));
		}
		unused.addAll(allowed);
	}

	/** Whether false matches of a kind are allowed; called where there are some. */
	boolean allows(Kind kind, String way) {
		String word = kind.word() + ":" + way;
		unused.remove(word);
		return allowed.contains(word);
	}

	/** The exceptions that nothing needed: they should be removed. */
	Set<String> unused() {
		return Set.copyOf(unused);
	}
}

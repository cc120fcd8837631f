package org.hashaven.testdata.kinds;

import java.util.Locale;
import org.hashaven.samples.distortions.RandomDraws;

/** Words, names, dates and amounts that fill templates. */
final class Words {

	private static final String[] SYLLABLES = {"ba", "ken", "lor", "mi", "san", "ter", "vo", "ri", "del", "na", "pol", "qui", "shu", "ta",
			"wen", "xi", "gra", "fel", "hos", "ju", "cor", "men", "ti", "lu", "par", "ney"};
	private static final String[] SHORT = {"a", "the", "of", "in", "to", "and", "is", "it", "on", "we", "no", "for", "at", "by"};
	private static final String[] NAMES = {"Mina", "Jonas", "Sooyoung", "Amara", "Pavel", "Ines", "Tomas", "Haneul", "Greta", "Omar",
			"Lucia", "Dmitri", "Yuna", "Felix", "Noor", "Petra", "Kofi", "Elif", "Marek", "Sun-hee"};

	private Words() {
	}

	static String word(RandomDraws chance) {
		StringBuilder word = new StringBuilder();
		for (int i = chance.between(2, 3); i > 0; i--) {
			word.append(chance.oneOf(SYLLABLES));
		}
		return word.toString();
	}

	static String capitalized(RandomDraws chance) {
		String word = word(chance);
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

	/** Words up to a number of characters, at least one word. */
	static String line(RandomDraws chance, int maxChars) {
		StringBuilder line = new StringBuilder(capitalized(chance));
		while (true) {
			String next = chance.between(0, 2) == 0 ? chance.oneOf(SHORT) : word(chance);
			if (line.length() + 1 + next.length() > maxChars) {
				return line.toString();
			}
			line.append(' ').append(next);
		}
	}

	static String fullName(RandomDraws chance) {
		return chance.oneOf(NAMES) + " " + capitalized(chance);
	}

	static String userName(RandomDraws chance) {
		return word(chance) + chance.oneOf("_", ".", "") + chance.between(1, 99);
	}

	static String amount(RandomDraws chance, int max) {
		return "%d.%02d".formatted(chance.between(1, max), chance.between(0, 99));
	}

	static String date(RandomDraws chance) {
		return "%02d.%02d.%d".formatted(chance.between(1, 28), chance.between(1, 12), chance.between(1960, 2025));
	}

	static String time(RandomDraws chance) {
		return "%d:%02d".formatted(chance.between(1, 23), chance.between(0, 59));
	}

	static String digits(RandomDraws chance, int count) {
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < count; i++) {
			digits.append(chance.between(0, 9));
		}
		return digits.toString();
	}
}

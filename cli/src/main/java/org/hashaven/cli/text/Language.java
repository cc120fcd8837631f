package org.hashaven.cli.text;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A language the program speaks. */
public enum Language {
	ENGLISH, KOREAN;

	/** Its code: {@code en}, {@code ko}. */
	public String code() {
		return this == KOREAN ? "ko" : "en";
	}

	/** The language of a code, null when it is none of ours. */
	public static @Nullable Language ofCode(String code) {
		for (Language language : values()) {
			if (language.code().equals(code)) {
				return language;
			}
		}
		return null;
	}

	/**
	 * The language to speak, needed before the arguments can be read properly, since the words for reading them depend on it:
	 * {@code --lang} first, then the locale the launcher found, then the locale's variables in POSIX order, then what the system told Java,
	 * then English.
	 */
	public static Language choose(String[] args, Map<String, String> environment) {
		String asked = asked(args);
		if (asked != null) {
			Language language = ofCode(asked);
			return language == null ? ENGLISH : language;
		}
		for (String variable : new String[]{"HAVEN_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
			String locale = environment.getOrDefault(variable, "");
			if (!locale.isEmpty()) {
				return locale.split("[_.@]", 2)[0].equals("ko") ? KOREAN : ENGLISH;
			}
		}
		return Locale.getDefault().getLanguage().equals("ko") ? KOREAN : ENGLISH;
	}

	private static @Nullable String asked(String[] args) {
		for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
			if (args[i].startsWith("--lang=")) {
				return args[i].substring("--lang=".length());
			}
			if (args[i].equals("--lang") && i + 1 < args.length) {
				return args[i + 1];
			}
		}
		return null;
	}
}

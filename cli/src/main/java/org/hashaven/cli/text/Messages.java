package org.hashaven.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * Every sentence the program says, in one language.
 *
 * <p>
 * {@code {0}}, {@code {1}} … stand for the arguments; apostrophes are plain apostrophes, which {@link java.text.MessageFormat} would not
 * let them be.
 */
public final class Messages {

	private final Language language;
	private final ResourceBundle bundle;

	private Messages(Language language, ResourceBundle bundle) {
		this.language = language;
		this.bundle = bundle;
	}

	/** The texts of a language. */
	public static Messages of(Language language) {
		String resource = "texts_" + language.code() + ".properties";
		try (InputStream in = Messages.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException("missing resource " + resource);
			}
			return new Messages(language, new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The language. */
	public Language language() {
		return language;
	}

	/** The texts as picocli wants them. */
	public ResourceBundle bundle() {
		return bundle;
	}

	/** A text with its arguments put in. */
	public String get(String key, Object... arguments) {
		String pattern = bundle.getString(key);
		StringBuilder text = new StringBuilder(pattern.length() + 32);
		int from = 0;
		for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
			int close = pattern.indexOf('}', open);
			text.append(pattern, from, open).append(arguments[Integer.parseInt(pattern, open + 1, close, 10)]);
			from = close + 1;
		}
		return text.append(pattern, from, pattern.length()).toString();
	}

	/** A text without arguments, if there is one. */
	public Optional<String> find(String key) {
		return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
	}

	/**
	 * The text for a number of things: {@code key.none} for 0 where there is one, {@code key.one} for 1, else {@code key.many}; the number
	 * is argument 0.
	 */
	public String count(String key, long number, Object... more) {
		Object[] arguments = new Object[more.length + 1];
		arguments[0] = number;
		System.arraycopy(more, 0, arguments, 1, more.length);
		String none = key + ".none";
		return get(number == 0 && bundle.containsKey(none) ? none : key + (number == 1 ? ".one" : ".many"), arguments);
	}
}

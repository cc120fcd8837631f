package org.hashaven.server.v1;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Md5;
import org.hashaven.server.http.ApiException;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, read with their limits. Errors name the field and quote nothing. */
final class Fields {

	private static final int MAX_TEXT_CHARS = 255;

	private final Map<String, @Nullable Object> object;
	private final String where;

	/**
	 * @param where
	 *            said before each error, such as {@code object 3: }
	 * @param known
	 *            the names that may be there
	 */
	Fields(Map<String, @Nullable Object> object, String where, Set<String> known) {
		this.object = object;
		this.where = where;
		if (!known.containsAll(object.keySet())) {
			throw wrong("has a field that is not known; known are " + String.join(", ", new java.util.TreeSet<>(known)));
		}
	}

	ApiException wrong(String what) {
		return ApiException.badRequest(where + what);
	}

	boolean has(String name) {
		return object.get(name) != null;
	}

	@Nullable
	Object value(String name) {
		return object.get(name);
	}

	@Nullable
	String text(String name) {
		return text(name, MAX_TEXT_CHARS);
	}

	@Nullable
	String text(String name, int maxChars) {
		Object value = object.get(name);
		if (value == null) {
			return null;
		}
		if (!(value instanceof String text) || text.codePointCount(0, text.length()) > maxChars) {
			throw wrong(name + " must be a string of at most " + maxChars + " characters");
		}
		return text;
	}

	String requiredText(String name) {
		String text = text(name);
		if (text == null) {
			throw wrong(name + " is required");
		}
		return text;
	}

	int number(String name, int otherwise, int min, int max) {
		Object value = object.get(name);
		if (value == null) {
			return otherwise;
		}
		if (value instanceof Integer number && number >= min && number <= max) {
			return number;
		}
		throw wrong(name + " must be a whole number, " + min + ".." + max);
	}

	double share(String name, double otherwise) {
		Object value = object.get(name);
		if (value == null) {
			return otherwise;
		}
		if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
			return number.doubleValue();
		}
		throw wrong(name + " must be a number from 0 to 1");
	}

	boolean flag(String name, boolean otherwise) {
		Object value = object.get(name);
		if (value == null) {
			return otherwise;
		}
		if (value instanceof Boolean flag) {
			return flag;
		}
		throw wrong(name + " must be true or false");
	}

	Hash256 hash(String name) {
		if (object.get(name) instanceof String text) {
			return hash(name, text);
		}
		throw wrong(name + " is required: 64 hexadecimal digits");
	}

	Hash256 hash(String name, String text) {
		try {
			return Hash256.fromHex(text);
		} catch (HashFormatException e) {
			throw wrong(name + " must be 64 hexadecimal digits");
		}
	}

	@Nullable
	Md5 md5(String name) {
		String text = text(name);
		try {
			return text == null ? null : Md5.fromHex(text);
		} catch (HashFormatException e) {
			throw wrong(name + " must be 32 lower-case hexadecimal digits");
		}
	}

	/** A set of texts; null when it is not there. */
	@Nullable
	Set<String> texts(String name, int maxTexts) {
		Object value = object.get(name);
		if (value == null) {
			return null;
		}
		Set<String> texts = new HashSet<>();
		if (value instanceof Collection<?> values && values.size() <= maxTexts) {
			values.forEach(each -> texts.add(String.valueOf(each)));
			if (values.stream().allMatch(String.class::isInstance)) {
				return texts;
			}
		}
		throw wrong(name + " must be a list of at most " + maxTexts + " strings");
	}
}

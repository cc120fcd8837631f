package org.hashaven.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/**
 * A path, a method, and who answers.
 *
 * @param method
 *            HTTP method
 * @param path
 *            with {@code <name>} for each segment that varies
 * @param role
 *            what a key must be allowed to do; null when none is needed
 * @param summary
 *            what it does, in a few words
 * @param endpoint
 *            answers
 * @param errors
 *            answers where it failed
 */
public record Route(String method, String path, @Nullable Role role, String summary, Endpoint endpoint, ErrorForm errors) {

	/** A route whose errors are JSON. */
	public Route(String method, String path, @Nullable Role role, String summary, Endpoint endpoint) {
		this(method, path, role, summary, endpoint, ErrorForm.JSON);
	}

	/**
	 * A route of which some errors are text.
	 *
	 * @param errorsAsText
	 *            whether a request's errors, other than 400, are plain text: for clients that take every JSON object for a result
	 */
	public Route(String method, String path, @Nullable Role role, String summary, Endpoint endpoint, Predicate<Call> errorsAsText) {
		this(method, path, role, summary, endpoint, (call, status, message) -> status != 400 && errorsAsText.test(call)
				? Reply.text(status, message)
				: Reply.error(status, message));
	}

	/** The values of the varying segments, if a path is of this form. */
	Optional<Map<String, String>> match(String rawPath) {
		List<String> pattern = List.of(path.split("/", -1));
		List<String> segments = List.of(rawPath.split("/", -1));
		if (pattern.size() != segments.size()) {
			return Optional.empty();
		}
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < pattern.size(); i++) {
			String wanted = pattern.get(i);
			if (wanted.startsWith("<")) {
				if (segments.get(i).isEmpty()) {
					return Optional.empty();
				}
				values.put(wanted.substring(1, wanted.length() - 1), decoded(segments.get(i)));
			} else if (!wanted.equals(segments.get(i))) {
				return Optional.empty();
			}
		}
		return Optional.of(values);
	}

	private static String decoded(String segment) {
		try {
			return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw ApiException.badRequest("the path is not well-formed");
		}
	}
}

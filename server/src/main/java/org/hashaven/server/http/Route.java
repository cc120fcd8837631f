package org.hashaven.server.http;

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
}

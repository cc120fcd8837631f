package org.hashaven.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer.
 *
 * @param status
 *            HTTP status
 * @param contentType
 *            media type of the body
 * @param body
 *            may be empty
 * @param headers
 *            further ones
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

	private static final String JSON = "application/json";
	private static final String TEXT = "text/plain; charset=utf-8";

	/** An answer without further headers. */
	public Reply(int status, String contentType, byte[] body) {
		this(status, contentType, body, Map.of());
	}

	/** 200 with a JSON value. */
	public static Reply json(Object value) {
		return json(200, value);
	}

	/** A JSON value. */
	public static Reply json(int status, Object value) {
		return new Reply(status, JSON, Json.write(value));
	}

	/** Plain text. */
	public static Reply text(int status, String text) {
		return new Reply(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	/** A status alone. */
	public static Reply empty(int status) {
		return new Reply(status, JSON, new byte[0]);
	}

	/** HMA's form of an error. */
	public static Reply error(int status, String message) {
		return json(status, Map.of("message", message));
	}
}

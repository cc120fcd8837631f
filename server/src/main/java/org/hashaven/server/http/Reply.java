package org.hashaven.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param stream
 *            writes the body in place of {@code body}; null for an answer that is there as a whole
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers, @Nullable Stream stream) {

	/** Writes a body piece by piece. What it throws cuts the answer off. */
	@FunctionalInterface
	public interface Stream {
		void writeTo(OutputStream out) throws IOException;
	}

	private static final String LINES = "application/x-ndjson";

	private static final String JSON = "application/json";
	private static final String TEXT = "text/plain; charset=utf-8";

	/** An answer that is there as a whole. */
	public Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
		this(status, contentType, body, headers, null);
	}

	/** An answer without further headers. */
	public Reply(int status, String contentType, byte[] body) {
		this(status, contentType, body, Map.of(), null);
	}

	/** 200 with JSON values, one a line, written as they are made. */
	public static Reply lines(Stream stream) {
		return new Reply(200, LINES, new byte[0], Map.of(), stream);
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

package org.hashaven.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request on its way. Its URL may hold a hash: it is never logged. */
public final class Call {

	private final ServerRequest request;
	private final Map<String, String> pathValues;
	private final Limits limits;
	private final String who;
	private final BodyAlarm alarm;

	Call(ServerRequest request, Map<String, String> pathValues, Limits limits) {
		this(request, pathValues, limits, "anonymous", new BodyAlarm());
	}

	private Call(ServerRequest request, Map<String, String> pathValues, Limits limits, String who, BodyAlarm alarm) {
		this.request = request;
		this.pathValues = pathValues;
		this.limits = limits;
		this.who = who;
		this.alarm = alarm;
	}

	/** The same request, of someone who is known now. */
	Call by(String newWho) {
		return new Call(request, pathValues, limits, newWho, alarm);
	}

	/** Name of the key, for the audit trail. */
	public String who() {
		return who;
	}

	/** The value of a varying segment of the path. */
	public String path(String name) {
		return Optional.ofNullable(pathValues.get(name)).orElseThrow();
	}

	/** A parameter of the URL; null when it is not there. */
	public @Nullable String query(String name) {
		return request.query().contains(name) ? request.query().get(name) : null;
	}

	/** A parameter of the URL that is there and not empty; null otherwise, as HMA treats the two. */
	public @Nullable String queryText(String name) {
		String value = query(name);
		return value == null || value.isEmpty() ? null : value;
	}

	/** Whether a parameter of the URL says yes. */
	public boolean queryFlag(String name) {
		String value = query(name);
		return value != null && (value.equalsIgnoreCase("true") || value.equals("1"));
	}

	private @Nullable String header(io.helidon.http.HeaderName name) {
		return request.headers().first(name).orElse(null);
	}

	/** The languages that the client wishes for, as it says; empty when it does not. */
	public String acceptLanguage() {
		String languages = header(HeaderNames.ACCEPT_LANGUAGE);
		return languages == null ? "" : languages;
	}

	/** Whether the body is JSON, by its content type. */
	public boolean isJson() {
		String type = header(HeaderNames.CONTENT_TYPE);
		return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
	}

	/** Whether the body is a form with files, by its content type. */
	public boolean isMultipart() {
		String type = header(HeaderNames.CONTENT_TYPE);
		return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
	}

	/**
	 * The body as a JSON object.
	 *
	 * @throws ApiException
	 *             400, 413, 415
	 */
	public Map<String, @Nullable Object> json() {
		if (!isJson()) {
			throw new ApiException(415, "the body must be JSON, with content type application/json");
		}
		requireDeclaredAtMost(limits.maxJsonBytes());
		return parse(limits.maxJsonBytes(), Json::readObject);
	}

	/**
	 * The objects of the body: a JSON array of them, one alone, or one a line (NDJSON).
	 *
	 * @param maxLineBytes
	 *            longest line of NDJSON
	 * @throws ApiException
	 *             400, 413, 415
	 */
	public List<Map<String, @Nullable Object>> objects(int maxObjects, int maxLineBytes) throws IOException {
		String type = String.valueOf(header(HeaderNames.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
		boolean isLines = type.startsWith("application/x-ndjson") || type.startsWith("application/ndjson");
		if (!isLines && !isJson()) {
			throw new ApiException(415, "the body must be application/json or application/x-ndjson");
		}
		requireDeclaredAtMost(limits.maxJsonBytes());
		byte[] body = body(limits.maxJsonBytes()).readAllBytes();
		alarm.end();
		return isLines ? JsonObjects.ofLines(body, maxObjects, maxLineBytes) : JsonObjects.ofArray(body, maxObjects);
	}

	/** The body as it is. */
	public byte[] bytes() throws IOException {
		requireDeclaredAtMost(limits.maxBodyBytes());
		byte[] body = body(limits.maxBodyBytes()).readAllBytes();
		alarm.end();
		return body;
	}

	/** Whether the client prefers Korean to English, by the first language that it names. */
	public boolean prefersKorean() {
		String languages = request.headers().first(HeaderNames.ACCEPT_LANGUAGE).orElse("");
		return languages.strip().toLowerCase(Locale.ROOT).startsWith("ko");
	}

	/** A whole number in the URL. */
	public long queryNumber(String name, long otherwise, long min, long max) {
		String value = queryText(name);
		if (value == null) {
			return otherwise;
		}
		try {
			long number = Long.parseLong(value);
			if (number >= min && number <= max) {
				return number;
			}
		} catch (NumberFormatException e) {
			// said below
		}
		throw ApiException.badRequest(name + " must be a whole number, " + min + ".." + max);
	}

	/** The files and fields of the body; see {@link Form#read}. */
	public Form form() {
		String type = header(HeaderNames.CONTENT_TYPE);
		return parse(limits.maxBodyBytes(), body -> Form.read(type == null ? "" : type, body, limits.maxBodyBytes()));
	}

	/**
	 * The body as it is; 413 where it is larger.
	 *
	 * @throws ApiException
	 *             400 when it is cut short
	 */
	public byte[] bytes(long maxBytes) {
		try {
			byte[] content = body(maxBytes).readAllBytes();
			alarm.end();
			return content;
		} catch (IOException e) {
			throw ApiException.badRequest("the body is cut short");
		}
	}

	/** The body is not read any more. */
	void end() {
		alarm.end();
	}

	/** Refuses a body before it is read. One whose size is not declared is refused by {@link BoundedBody} where it becomes too large. */
	private void requireDeclaredAtMost(long maxBytes) {
		if (request.headers().contentLength().orElse(0) > maxBytes) {
			throw new ApiException(413, "the body is too large");
		}
	}

	/** Size of the body as the client declared it, or {@code maxBytes}, the most that is read of it, when it did not or it is larger. */
	long declaredBytes(long maxBytes) {
		return Math.min(maxBytes, request.headers().contentLength().orElse(maxBytes));
	}

	long maxBodyBytes() {
		return limits.maxBodyBytes();
	}

	/** Parses the body. Where the body itself is refused, that is thrown, whatever the parser makes of it. */
	private <T> T parse(long maxBytes, Function<InputStream, T> parser) {
		BoundedBody body = body(maxBytes);
		try {
			T parsed = parser.apply(body);
			alarm.end();
			body.requireNotRefused();
			return parsed;
		} catch (RuntimeException e) {
			body.requireNotRefused();
			throw e;
		}
	}

	private BoundedBody body(long maxBytes) {
		alarm.set(limits.bodyTimeout());
		InputStream in = request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
		return new BoundedBody(in, maxBytes);
	}
}

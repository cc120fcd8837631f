package org.hashaven.server.hma;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Form;
import org.hashaven.server.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * What those who add a content say about it.
 *
 * @param note
 *            at most {@value #MAX_NOTE_CHARS} characters; null when there is none
 * @param metadata
 *            a JSON object with {@code content_id}, {@code content_uri} and {@code json}; null when there is none
 */
record Annotations(@Nullable String note, @Nullable String metadata) {

	private static final int MAX_NOTE_CHARS = 255;
	private static final int MAX_METADATA_CHARS = 1 << 16;
	private static final Set<String> KEYS = Set.of("content_id", "content_uri", "json", "collab");

	/** Of a JSON body. */
	static Annotations of(Map<String, @Nullable Object> body) {
		return new Annotations(note(body.get("note")), metadata(body.get("metadata")));
	}

	/**
	 * Of a form. Metadata that has none of HMA's keys is taken for its {@code json}, and the others may be fields of their own: coop sends
	 * them so.
	 */
	static Annotations of(Form form) {
		String text = form.fields().get("metadata");
		Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
		if (text != null) {
			if (!(Json.read(text) instanceof Map<?, ?> object)) {
				throw ApiException.badRequest("metadata should be a json object");
			}
			if (object.keySet().stream().noneMatch(KEYS::contains) && !object.isEmpty()) {
				metadata.put("json", object);
			} else {
				object.forEach((key, value) -> metadata.put(String.valueOf(key), value));
			}
		}
		for (String key : Set.of("content_id", "content_uri")) {
			String field = form.fields().get(key);
			if (field != null) {
				metadata.putIfAbsent(key, field);
			}
		}
		return new Annotations(note(form.fields().get("note")), metadata(metadata.isEmpty() ? null : metadata));
	}

	/**
	 * A note within its limits; an empty one is none.
	 *
	 * @throws ApiException
	 *             400
	 */
	static @Nullable String note(@Nullable Object note) {
		if (note == null || note.equals("") || note.equals(false) || note.equals(0)) {
			return null;
		}
		if (!(note instanceof String text)) {
			throw ApiException.badRequest("note should be a string");
		}
		if (text.codePointCount(0, text.length()) > MAX_NOTE_CHARS) {
			throw ApiException.badRequest("note must be at most " + MAX_NOTE_CHARS + " characters");
		}
		return text;
	}

	private static @Nullable String metadata(@Nullable Object metadata) {
		if (metadata == null) {
			return null;
		}
		if (!(metadata instanceof Map<?, ?> object)) {
			throw ApiException.badRequest("metadata should be a json object");
		}
		Map<String, Object> kept = new LinkedHashMap<>();
		object.forEach((key, value) -> {
			if (!KEYS.contains(String.valueOf(key))) {
				throw ApiException.badRequest("Invalid metadata: only content_id, content_uri and json are known");
			}
			boolean fits = key.equals("json") ? value instanceof Map<?, ?> : value instanceof String;
			if (value != null && !key.equals("collab")) {
				if (!fits) {
					throw ApiException.badRequest("Invalid metadata: content_id and content_uri are strings, json is an object");
				}
				kept.put(String.valueOf(key), value);
			}
		});
		String text = Json.text(kept);
		if (text.length() > MAX_METADATA_CHARS) {
			throw ApiException.badRequest("Invalid metadata: too large");
		}
		return kept.isEmpty() ? null : text;
	}
}

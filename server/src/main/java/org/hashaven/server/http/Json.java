package org.hashaven.server.http;

import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON, read with limits on depth and lengths. No message quotes the text: it may be a hash. */
public final class Json {

	private static final int MAX_DEPTH = 50;
	private static final int MAX_NUMBER_CHARS = 100;

	private static final ObjectMapper MAPPER = JsonMapper
			.builder(JsonFactory.builder()
					.streamReadConstraints(
							StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(MAX_NUMBER_CHARS).build())
					.build())
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

	private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {
	};

	private Json() {
	}

	/** A value as UTF-8. */
	public static byte[] write(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	/** The text of a value. */
	public static String text(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	/**
	 * Reads a value.
	 *
	 * @throws ApiException
	 *             400 when it is not JSON
	 */
	public static @Nullable Object read(String text) {
		try {
			return MAPPER.readValue(text, Object.class);
		} catch (JacksonException e) {
			throw ApiException.badRequest("not valid JSON");
		}
	}

	/**
	 * Reads a record, whose components are the properties in snake case.
	 *
	 * @throws ApiException
	 *             400 when it is not one
	 */
	public static <T> T read(byte[] utf8, Class<T> type) {
		try {
			return MAPPER.readValue(utf8, type);
		} catch (JacksonException e) {
			throw ApiException.badRequest("not the JSON that is expected");
		}
	}

	/**
	 * Reads a value as UTF-8 bytes.
	 *
	 * @throws ApiException
	 *             400 when it is not JSON
	 */
	static @Nullable Object read(byte[] utf8, int from, int count) {
		try {
			return MAPPER.readValue(utf8, from, count, Object.class);
		} catch (JacksonException e) {
			throw ApiException.badRequest("not valid JSON");
		}
	}

	/**
	 * Reads an object.
	 *
	 * @throws ApiException
	 *             400 when it is not one
	 */
	static Map<String, @Nullable Object> readObject(InputStream in) {
		try {
			Map<String, @Nullable Object> object = MAPPER.readValue(in, OBJECT);
			if (object == null) {
				throw ApiException.badRequest("the body must be a JSON object");
			}
			return object;
		} catch (JacksonException e) {
			throw ApiException.badRequest("the body must be a JSON object");
		}
	}
}

package org.hashaven.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies with many JSON objects. Errors name the number of the object, from 1, and quote nothing. */
final class JsonObjects {

	private JsonObjects() {
	}

	static List<Map<String, @Nullable Object>> ofArray(byte[] body, int maxObjects) {
		Object value = Json.read(body, 0, body.length);
		List<?> values = value instanceof List<?> list ? list : value instanceof Map ? List.of(value) : List.of();
		requireCount(values.size(), maxObjects);
		List<Map<String, @Nullable Object>> objects = new ArrayList<>();
		for (Object each : values) {
			objects.add(object(each, objects.size() + 1));
		}
		return objects;
	}

	static List<Map<String, @Nullable Object>> ofLines(byte[] body, int maxObjects, int maxLineBytes) {
		List<Map<String, @Nullable Object>> objects = new ArrayList<>();
		for (int from = 0; from < body.length;) {
			int end = from;
			while (end < body.length && body[end] != '\n') {
				end++;
			}
			if (end - from > maxLineBytes) {
				throw new ApiException(413, "line " + (objects.size() + 1) + " is longer than " + maxLineBytes + " bytes");
			}
			if (!isBlank(body, from, end)) {
				objects.add(line(body, from, end - from, objects.size() + 1));
				requireCount(objects.size(), maxObjects);
			}
			from = end + 1;
		}
		requireCount(objects.size(), maxObjects);
		return objects;
	}

	private static Map<String, @Nullable Object> line(byte[] body, int from, int count, int number) {
		try {
			return object(Json.read(body, from, count), number);
		} catch (ApiException e) {
			throw ApiException.badRequest("object " + number + " is not a JSON object");
		}
	}

	private static boolean isBlank(byte[] body, int from, int end) {
		for (int i = from; i < end; i++) {
			if (body[i] != ' ' && body[i] != '\r' && body[i] != '\t') {
				return false;
			}
		}
		return true;
	}

	private static void requireCount(int count, int maxObjects) {
		if (count == 0) {
			throw ApiException.badRequest("the body must hold at least one JSON object");
		}
		if (count > maxObjects) {
			throw new ApiException(413, "at most " + maxObjects + " objects in one request");
		}
	}

	private static Map<String, @Nullable Object> object(@Nullable Object value, int number) {
		if (!(value instanceof Map<?, ?> map)) {
			throw ApiException.badRequest("object " + number + " is not a JSON object");
		}
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		map.forEach((key, each) -> object.put(String.valueOf(key), each));
		return object;
	}
}

package org.hashaven.server.v1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.jspecify.annotations.Nullable;

/** {@code /v1/openapi.json}: made from the routes, with the fields of {@link Schemas}. It needs no key. */
final class OpenApi {

	private static final String PATH = "/v1/openapi.json";

	private OpenApi() {
	}

	/** These routes and the one that describes them. */
	static List<Route> with(List<Route> routes) {
		List<Route> all = new ArrayList<>(routes);
		all.add(new Route("GET", PATH, null, "This description", call -> Reply.json(document(all))));
		return all;
	}

	private static Map<String, @Nullable Object> document(List<Route> routes) {
		Map<String, Map<String, Object>> paths = new TreeMap<>();
		for (Route route : routes) {
			paths.computeIfAbsent(route.path().replace('<', '{').replace('>', '}'), path -> new TreeMap<>())
					.put(route.method().toLowerCase(Locale.ROOT), operation(route));
		}
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("openapi", "3.1.0");
		document.put("info", Map.of("title", "Hashaven", "version", "1"));
		document.put("paths", paths);
		document.put("components",
				Map.of("securitySchemes", Map.of("key", Map.of("type", "http", "scheme", "bearer")), "schemas", Schemas.all()));
		return document;
	}

	private static Map<String, Object> operation(Route route) {
		String key = route.method() + " " + route.path();
		Map<String, Object> operation = new LinkedHashMap<>();
		operation.put("summary", route.summary());
		List<Object> parameters = new ArrayList<>();
		for (String segment : route.path().split("/", -1)) {
			if (segment.startsWith("<")) {
				parameters.add(parameter(segment.substring(1, segment.length() - 1), "path"));
			}
		}
		Schemas.query(key).forEach(name -> parameters.add(parameter(name, "query")));
		operation.put("parameters", parameters);
		if (route.role() != null) {
			operation.put("security", List.of(Map.of("key", List.of())));
			operation.put("description", "Needs the role " + route.role().word() + ".");
		}
		if (!Schemas.request(key).isEmpty()) {
			operation.put("requestBody", Map.of("required", true, "content", Schemas.request(key)));
		}
		operation.put("responses", Map.of("2XX", Map.of("description", "Done", "content", Schemas.answer(key)), "default",
				Map.of("description", "What is wrong", "content", Schemas.json("Error"))));
		return operation;
	}

	private static Map<String, Object> parameter(String name, String in) {
		return Map.of("name", name, "in", in, "required", in.equals("path"), "schema", Map.of("type", "string"));
	}
}

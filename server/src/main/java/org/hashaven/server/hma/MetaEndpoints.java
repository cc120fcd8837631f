package org.hashaven.server.hma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.jspecify.annotations.Nullable;

/** {@code /status…}, {@code /site-map}, {@code /openapi/openapi.json}: the service itself. None of them needs a key. */
final class MetaEndpoints {

	/** HMA's own title, which its clients check. */
	private static final String TITLE = "Open Media Match API";

	private final List<Route> routes = new ArrayList<>();
	private final BooleanSupplier isReady;

	MetaEndpoints(BooleanSupplier isReady) {
		this.isReady = isReady;
	}

	/** These routes and all others, which they describe. */
	List<Route> with(List<Route> others) {
		routes.add(new Route("GET", "/status", null, "Whether the service takes requests", this::status));
		routes.add(new Route("GET", "/status/live", null, "Whether the process answers", call -> Reply.text(200, "I-AM-ALIVE")));
		routes.add(new Route("GET", "/site-map", null, "List of all paths", this::siteMap));
		routes.add(new Route("GET", "/openapi/openapi.json", null, "This description", this::openApi));
		routes.addAll(others);
		return routes;
	}

	private Reply status(Call call) {
		return isReady.getAsBoolean() ? Reply.text(200, "I-AM-ALIVE") : Reply.text(503, "INDEX-NOT-LOADED");
	}

	private Reply siteMap(Call call) {
		return Reply.json(new TreeSet<>(routes.stream().map(Route::path).toList()));
	}

	private Reply openApi(Call call) {
		Map<String, Map<String, Object>> paths = new TreeMap<>();
		for (Route route : routes) {
			paths.computeIfAbsent(route.path().replace('<', '{').replace('>', '}'), path -> new TreeMap<>())
					.put(route.method().toLowerCase(Locale.ROOT), operation(route));
		}
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("openapi", "3.1.0");
		document.put("info", Map.of("title", TITLE, "version", "1.1.7", "description", "Served by Hashaven, compatible with HMA 1.1.7"));
		document.put("paths", paths);
		document.put("components", Map.of("securitySchemes", Map.of("key", Map.of("type", "http", "scheme", "bearer"))));
		return Reply.json(document);
	}

	private static Map<String, Object> operation(Route route) {
		Map<String, Object> operation = new LinkedHashMap<>();
		operation.put("summary", route.summary());
		List<Object> parameters = new ArrayList<>();
		for (String segment : route.path().split("/", -1)) {
			if (segment.startsWith("<")) {
				parameters.add(Map.of("name", segment.substring(1, segment.length() - 1), "in", "path", "required", true, "schema",
						Map.of("type", "string")));
			}
		}
		operation.put("parameters", parameters);
		if (route.role() != null) {
			operation.put("security", List.of(Map.of("key", List.of())));
			operation.put("description", "Needs the role " + route.role().word() + ".");
		}
		operation.put("responses", Map.of("200", Map.of("description", "Done"), "default", Map.of("description", "{\"message\": …}")));
		return operation;
	}
}

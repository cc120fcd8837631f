package org.hashaven.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the routes of a path. Their patterns are taken apart once, and only those with as many segments as the path are compared. */
final class RouteTable {

	/** Several are one, as for HMA: coop's own default for the service's URL ends with one, and its paths begin with one. */
	private static final Pattern SLASHES = Pattern.compile("/{2,}");

	private final Map<Integer, List<Entry>> entries;

	private record Entry(Route route, List<String> pattern) {
	}

	/**
	 * A route of a path.
	 *
	 * @param route
	 *            whatever its method
	 * @param values
	 *            of the segments that vary, by their names
	 */
	record Found(Route route, Map<String, String> values) {
	}

	RouteTable(List<Route> routes) {
		entries = routes.stream().map(route -> new Entry(route, segments(route.path())))
				.collect(Collectors.groupingBy(entry -> entry.pattern.size()));
	}

	private static List<String> segments(String path) {
		return List.of(path.split("/", -1));
	}

	/**
	 * The routes of a path, of all methods.
	 *
	 * @throws ApiException
	 *             400 when a segment that varies is not well-formed
	 */
	List<Found> find(String rawPath) {
		List<String> segments = segments(rawPath.contains("//") ? SLASHES.matcher(rawPath).replaceAll("/") : rawPath);
		List<Found> found = new ArrayList<>();
		for (Entry entry : entries.getOrDefault(segments.size(), List.of())) {
			values(entry.pattern, segments).ifPresent(values -> found.add(new Found(entry.route, values)));
		}
		return found;
	}

	private static Optional<Map<String, String>> values(List<String> pattern, List<String> segments) {
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

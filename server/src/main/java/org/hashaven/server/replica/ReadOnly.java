package org.hashaven.server.replica;

import java.util.List;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Route;
import org.hashaven.server.store.Role;

/** The routes of a replica: what changes lists, or is kept for those who supply them, is the primary's. */
public final class ReadOnly {

	private static final int CONFLICT = 409;

	private ReadOnly() {
	}

	/** These routes, those that change something refused. A quarantine is of one service and of its traffic. */
	public static List<Route> of(List<Route> routes) {
		return routes.stream().map(route -> isPrimarys(route) ? refused(route) : route).toList();
	}

	private static boolean isPrimarys(Route route) {
		boolean changes = !route.method().equals("GET");
		boolean curates = route.role() == Role.CURATE && !route.path().startsWith("/v1/quarantine");
		return (changes && curates) || route.path().equals("/v1/decisions");
	}

	private static Route refused(Route route) {
		return new Route(route.method(), route.path(), route.role(), route.summary(), call -> {
			throw new ApiException(CONFLICT, "this service is a replica: ask its primary");
		}, route.errors());
	}
}

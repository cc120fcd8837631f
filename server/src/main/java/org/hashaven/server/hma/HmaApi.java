package org.hashaven.server.hma;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.store.Catalog;

/** All routes of HMA's API. */
public final class HmaApi {

	private HmaApi() {
	}

	/**
	 * Makes them.
	 *
	 * @param isReady
	 *            whether the service takes requests
	 * @param others
	 *            routes of other APIs, for the site map and the description
	 */
	public static List<Route> routes(IndexGateway index, Catalog catalog, BankDirectory banks, Lookups lookups, Curator curator,
			SignalSettings settings, Admission admission, BooleanSupplier isReady, List<Route> others) {
		UploadHasher hasher = new UploadHasher(index);
		List<Route> routes = new ArrayList<>(others);
		routes.addAll(new HashEndpoints(hasher, settings, admission).routes());
		routes.addAll(new MatchEndpoints(lookups, settings, admission).routes());
		routes.addAll(new CompareEndpoint(settings).routes());
		routes.addAll(new BankEndpoints(curator, banks, catalog).routes());
		routes.addAll(new ContentEndpoints(curator, banks, catalog, index, hasher, settings, admission).routes());
		routes.addAll(new ConfigEndpoints(settings, index, catalog).routes());
		routes.addAll(new ExchangeEndpoints().routes());
		return new MetaEndpoints(isReady).with(routes);
	}
}

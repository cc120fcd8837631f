package org.hashaven.server.hma;

import java.util.List;
import java.util.Map;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Endpoint;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.store.Role;

/** {@code /c/exchange…}: lists from others are not fetched yet, so there are none, in HMA's shapes. */
final class ExchangeEndpoints {

	List<Route> routes() {
		Endpoint none = call -> {
			throw ApiException.notFound("Exchange '" + call.path("exchange_name") + "' not found");
		};
		Endpoint noApi = call -> {
			throw ApiException.badRequest("no such Exchange API '" + call.path("api_name") + "'");
		};
		return List.of(new Route("GET", "/c/exchanges/apis", Role.CURATE, "List kinds of exchanges: none yet", ExchangeEndpoints::empty),
				new Route("GET", "/c/exchanges/api/<api_name>", Role.CURATE, "Show a kind of exchange", noApi),
				new Route("POST", "/c/exchanges/api/<api_name>", Role.CURATE, "Set credentials of a kind of exchange", noApi),
				new Route("GET", "/c/exchanges/api/<api_name>/schema", Role.CURATE, "Settings of a kind of exchange", call -> {
					throw ApiException.notFound("Exchange API '" + call.path("api_name") + "' not found");
				}), new Route("GET", "/c/exchanges", Role.CURATE, "List exchanges: none yet", ExchangeEndpoints::empty),
				new Route("POST", "/c/exchanges", Role.CURATE, "Create an exchange: not implemented yet", call -> {
					throw new ApiException(501, "exchanges are not implemented yet");
				}), new Route("GET", "/c/exchange/<exchange_name>", Role.CURATE, "Show an exchange", none),
				new Route("GET", "/c/exchange/<exchange_name>/status", Role.CURATE, "Show when an exchange was last fetched", none),
				new Route("PUT", "/c/exchange/<exchange_name>", Role.CURATE, "Enable or disable an exchange", none),
				new Route("DELETE", "/c/exchange/<exchange_name>", Role.CURATE, "Delete an exchange",
						call -> Reply.json(Map.of("message", "Exchange deleted"))));
	}

	private static Reply empty(Call call) {
		return Reply.json(List.of());
	}
}

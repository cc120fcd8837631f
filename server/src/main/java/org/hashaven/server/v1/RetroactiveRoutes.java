package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.retro.EventFields;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Events;
import org.hashaven.server.store.Role;

/** {@code /v1/retroactive}: recent uploads that show what was listed later. */
final class RetroactiveRoutes {

	private static final int MAX_PAGE = 10_000;
	private static final int USUAL_PAGE = 1_000;

	private final Catalog catalog;
	private final BankDirectory banks;

	RetroactiveRoutes(Catalog catalog, BankDirectory banks) {
		this.catalog = catalog;
		this.banks = banks;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/v1/retroactive", Role.MATCH, "List recent uploads that show what was listed later", this::list));
	}

	private Reply list(Call call) throws IOException {
		long since = call.queryNumber("since", 0, 0, Long.MAX_VALUE);
		long limit = call.queryNumber("limit", USUAL_PAGE, 1, MAX_PAGE);
		Explanations explanations = Explanations.of(call.prefersKorean());
		Map<Long, String> names = banks.all().stream().collect(Collectors.toMap(Bank::id, Bank::name));
		List<Events.Event> found = catalog.read(connection -> Events.since(connection, Events.Kind.RETROACTIVE, since, limit));
		List<Object> shown = new ArrayList<>();
		for (Events.Event event : found) {
			Map<String, Object> fields = new LinkedHashMap<>(EventFields.of(event, names.get(event.what().bankId())));
			fields.put("explanation", explanations.of(event));
			shown.add(fields);
		}
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("retroactive", shown);
		page.put("next", found.isEmpty() ? since : found.getLast().seq());
		page.put("more", found.size() == limit);
		return Reply.json(page);
	}
}

package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Change;
import org.hashaven.server.store.ChangeLog;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /v1/changes}: what was added, updated and withdrawn since a checkpoint. */
final class ChangeRoutes {

	private static final int MAX_PAGE = 10_000;
	private static final int USUAL_PAGE = 1_000;

	private final BankDirectory banks;
	private final Catalog catalog;
	private final Curator curator;

	ChangeRoutes(BankDirectory banks, Catalog catalog, Curator curator) {
		this.banks = banks;
		this.catalog = catalog;
		this.curator = curator;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/v1/changes", Role.CURATE, "List changes since a checkpoint", this::list));
	}

	private Reply list(Call call) throws IOException {
		long since = call.queryNumber("since", 0, 0, Long.MAX_VALUE);
		long limit = call.queryNumber("limit", USUAL_PAGE, 1, MAX_PAGE);
		Map<Long, Bank> byId = banks.all().stream().collect(Collectors.toMap(Bank::id, bank -> bank));
		for (Bank bank : byId.values()) {
			curator.adoptAll(bank);
		}
		List<Change> found = catalog.read(connection -> ChangeLog.since(connection, since, limit));
		List<Object> changes = new ArrayList<>();
		for (Change change : found) {
			Bank bank = byId.get(change.bankId());
			Map<String, @Nullable Object> shown = new LinkedHashMap<>();
			shown.put("seq", change.seq());
			shown.put("at", change.at());
			shown.put("kind", change.kind());
			shown.put("bank_id", change.bankId());
			shown.put("bank", bank == null ? null : bank.name());
			shown.put("content_id", change.contentId());
			shown.put("id", change.recordId());
			changes.add(shown);
		}
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("changes", changes);
		page.put("next", found.isEmpty() ? since : found.getLast().seq());
		page.put("more", found.size() == limit);
		return Reply.json(page);
	}
}

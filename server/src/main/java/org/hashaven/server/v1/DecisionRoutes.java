package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.hashaven.server.store.Decisions;
import org.hashaven.server.store.Decisions.Report;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /v1/decisions}: what a platform did about a match. */
final class DecisionRoutes {

	private static final Set<String> WORDS = Set.of("blocked", "not_blocked", "appealed");
	private static final int MAX_REFERENCE_CHARS = 200;
	private static final int MAX_PAGE = 1_000;

	private final Catalog catalog;
	private final BankDirectory banks;

	DecisionRoutes(Catalog catalog, BankDirectory banks) {
		this.catalog = catalog;
		this.banks = banks;
	}

	List<Route> routes() {
		return List.of(new Route("POST", "/v1/decisions", Role.MATCH, "Report what was done about a match", this::add),
				new Route("GET", "/v1/decisions", Role.CURATE, "List reported decisions", this::list));
	}

	private Reply add(Call call) throws IOException {
		Fields fields = new Fields(call.json(), "", Set.of("bank", "id", "decision", "reason", "reference"));
		String decision = fields.requiredText("decision");
		if (!WORDS.contains(decision)) {
			throw fields.wrong("decision must be blocked, not_blocked or appealed");
		}
		Bank bank = banks.named(fields.requiredText("bank")).orElseThrow(() -> ApiException.notFound("there is no such bank"));
		String recordId = fields.requiredText("id");
		String reason = fields.text("reason");
		String reference = fields.text("reference", MAX_REFERENCE_CHARS);
		Content content = catalog.read(connection -> Contents.ofRecord(connection, bank.id(), recordId))
				.orElseThrow(() -> ApiException.notFound("there is no such record"));
		Report report = new Report(bank.name(), recordId, content.id(), decision, reason, reference);
		long seq = catalog.write(connection -> {
			AuditLog.append(connection, call.who(), "decision " + decision, bank.name(), content.id());
			return Decisions.add(connection, call.who(), report);
		});
		return Reply.json(201, Map.of("seq", seq));
	}

	private Reply list(Call call) throws IOException {
		long since = call.queryNumber("since", 0, 0, Long.MAX_VALUE);
		long limit = call.queryNumber("limit", MAX_PAGE, 1, MAX_PAGE);
		List<Decisions.Decision> found = catalog.read(connection -> Decisions.since(connection, since, limit));
		List<Object> decisions = new ArrayList<>();
		for (Decisions.Decision each : found) {
			Map<String, @Nullable Object> shown = new LinkedHashMap<>();
			shown.put("seq", each.seq());
			shown.put("at", each.at());
			shown.put("who", each.who());
			shown.put("bank", each.report().bank());
			shown.put("id", each.report().recordId().isEmpty() ? null : each.report().recordId());
			shown.put("content_id", each.report().contentId());
			shown.put("decision", each.report().decision());
			shown.put("reason", each.report().reason());
			shown.put("reference", each.report().reference());
			decisions.add(shown);
		}
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("decisions", decisions);
		page.put("next", found.isEmpty() ? since : found.getLast().seq());
		return Reply.json(page);
	}
}

package org.hashaven.server.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexFigures;
import org.hashaven.server.match.IndexFigures.BankFigures;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.IndexGateway.BankRules;
import org.hashaven.server.ops.Gauges;
import org.hashaven.server.policy.Inspection;
import org.hashaven.server.policy.Quarantine;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Change;
import org.hashaven.server.store.ChangeLog;
import org.hashaven.server.store.Role;
import org.hashaven.server.v1.BankJson;
import org.hashaven.server.v1.VerdictJson;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks for: {@code POST /page/match} with a hash or a file, {@code GET /page/state}. Records in quarantine it gets from
 * {@code /v1/quarantine}.
 *
 * <pre>
 *   match  a verdict of /v1 whose matches have {"explanation": {"en", "ko"}}
 *   state  {"media", "records", "withdrawn_on_disk", "banks": [a bank of /v1 with "media", "records", "below_floor", "quarantined"],
 *           "changes": [{"at", "kind", "bank", "content"}]}
 * </pre>
 */
public final class PageEndpoints {

	private static final long MAX_FILE_BYTES = 100L << 20;
	private static final int LATEST_CHANGES = 20;

	private final Inspection inspection;
	private final IndexGateway index;
	private final VerdictJson json;
	private final Admission admission;
	private final Gauges gauges;
	private final BankDirectory banks;
	private final Quarantine quarantine;
	private final Catalog catalog;

	public PageEndpoints(Inspection inspection, IndexGateway index, Admission admission, Gauges gauges, BankDirectory banks,
			Quarantine quarantine, Catalog catalog) {
		this.inspection = inspection;
		this.index = index;
		this.admission = admission;
		this.gauges = gauges;
		this.banks = banks;
		this.quarantine = quarantine;
		this.catalog = catalog;
		json = new VerdictJson(index, false);
	}

	/** The routes. */
	public List<Route> routes() {
		List<Route> routes = new ArrayList<>(PageFiles.routes());
		routes.add(new Route("GET", "/page/state", Role.MATCH, "Banks and latest changes, for the page", this::state));
		routes.add(new Route("POST", "/page/match", Role.MATCH, "Look up a hash or a file, for the page", this::match));
		return routes;
	}

	private Reply match(Call call) throws IOException {
		return call.isJson() ? matchHash(call) : admission.admit(call, MAX_FILE_BYTES, this::matchFile);
	}

	private Reply matchHash(Call call) throws IOException {
		if (!(call.json().get("hash") instanceof String text)) {
			throw ApiException.badRequest("hash is required");
		}
		try {
			return Reply.json(json.inAllLanguages(inspection.of(Hash256.fromHex(text.strip()))));
		} catch (HashFormatException e) {
			throw ApiException.badRequest("a hash has 64 hexadecimal digits");
		}
	}

	private Reply matchFile(Call call) throws IOException {
		return Reply.json(json.inAllLanguages(inspection.of(call.bytes(MAX_FILE_BYTES))));
	}

	private Reply state(Call call) throws IOException {
		IndexFigures figures = gauges.figures();
		Map<String, BankFigures> byIndexName = figures.banks().stream().collect(Collectors.toMap(BankFigures::indexName, bank -> bank));
		Map<String, BankRules> rules = index.rules();
		List<Object> shownBanks = new ArrayList<>();
		Map<Long, String> names = new HashMap<>();
		for (Bank bank : banks.all().stream().sorted(Comparator.comparing(Bank::name)).toList()) {
			names.put(bank.id(), bank.name());
			Map<String, @Nullable Object> shown = BankJson.of(bank, rules.get(bank.indexName()));
			BankFigures counted = byIndexName.getOrDefault(bank.indexName(), new BankFigures(bank.indexName(), 0, 0, 0));
			shown.put("media", counted.media());
			shown.put("records", counted.records());
			shown.put("below_floor", counted.belowFloor());
			shown.put("quarantined", quarantine.count(bank));
			shownBanks.add(shown);
		}
		List<Object> changes = new ArrayList<>();
		for (Change change : catalog.read(connection -> ChangeLog.latest(connection, LATEST_CHANGES))) {
			Map<String, Object> shown = new LinkedHashMap<>();
			shown.put("at", change.at());
			shown.put("kind", change.kind());
			shown.put("bank", names.getOrDefault(change.bankId(), ""));
			if (change.contentId() != null) {
				shown.put("content", change.contentId());
			}
			changes.add(shown);
		}
		Map<String, Object> state = new LinkedHashMap<>();
		state.put("media", figures.media());
		state.put("records", figures.records());
		state.put("withdrawn_on_disk", figures.withdrawnOnDisk());
		state.put("banks", shownBanks);
		state.put("changes", changes);
		return Reply.json(state);
	}
}

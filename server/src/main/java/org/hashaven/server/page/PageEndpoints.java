package org.hashaven.server.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.image.ByteSource;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.BankMatch;
import org.hashaven.server.match.Coin;
import org.hashaven.server.match.IndexFigures;
import org.hashaven.server.match.IndexFigures.BankFigures;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.match.Lookups.Scope;
import org.hashaven.server.match.Lookups.UploadAnswer;
import org.hashaven.server.ops.Gauges;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.ChangeLog;
import org.hashaven.server.store.Change;
import org.hashaven.server.store.Role;

/**
 * What the page asks for: {@code POST /page/match} with a hash or a file, {@code GET /page/state}.
 *
 * <pre>
 *   match  {"undecided": false, "matches": [{"bank", "content", "distance", "radius", "blocks", "enabled"}]}
 *   state  {"media", "records", "withdrawn_on_disk", "banks": [{"name", "media", "records", "below_floor", "radius", "blocks", "ratio"}],
 *           "changes": [{"at", "kind", "bank", "content"}]}
 * </pre>
 */
public final class PageEndpoints {

	private static final long MAX_FILE_BYTES = 100L << 20;
	private static final int LATEST_CHANGES = 20;

	private final Lookups lookups;
	private final Admission admission;
	private final Gauges gauges;
	private final BankDirectory banks;
	private final Catalog catalog;

	public PageEndpoints(Lookups lookups, Admission admission, Gauges gauges, BankDirectory banks, Catalog catalog) {
		this.lookups = lookups;
		this.admission = admission;
		this.gauges = gauges;
		this.banks = banks;
		this.catalog = catalog;
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

	/** Disabled contents and banks are shown too: a moderator wants to see all that is there. */
	private static Scope everything() {
		return new Scope(null, Coin.BYPASSED, true);
	}

	private Reply matchHash(Call call) throws IOException {
		if (!(call.json().get("hash") instanceof String text)) {
			throw ApiException.badRequest("hash is required");
		}
		try {
			return shown(lookups.match(Hash256.fromHex(text.strip()), everything()), false);
		} catch (HashFormatException e) {
			throw ApiException.badRequest("a hash has 64 hexadecimal digits");
		}
	}

	private Reply matchFile(Call call) throws IOException {
		try (ByteSource source = ByteSource.ofBytes(call.bytes(MAX_FILE_BYTES))) {
			UploadAnswer answer = lookups.match(source, everything());
			return shown(answer.matches(), answer.undecided());
		}
	}

	private Reply shown(List<BankMatch> matches, boolean undecided) throws IOException {
		Map<String, BankFigures> figures = byIndexName(gauges.figures());
		List<Object> list = new ArrayList<>();
		for (BankMatch match : matches) {
			BankFigures bank = figures.get(match.bank().indexName());
			Map<String, Object> shown = new LinkedHashMap<>();
			shown.put("bank", match.bank().name());
			shown.put("content", match.content().id());
			shown.put("distance", match.distance());
			if (bank != null) {
				shown.put("radius", bank.radiusBits());
				shown.put("blocks", bank.blocks());
			}
			shown.put("enabled", match.bank().enabledRatio() > 0 && match.content().isEnabled(java.time.Instant.now().getEpochSecond()));
			list.add(shown);
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("undecided", undecided);
		answer.put("matches", list);
		return Reply.json(answer);
	}

	private Reply state(Call call) throws IOException {
		IndexFigures figures = gauges.figures();
		Map<String, BankFigures> byIndexName = byIndexName(figures);
		List<Object> shownBanks = new ArrayList<>();
		Map<Long, String> names = new HashMap<>();
		for (Bank bank : banks.all().stream().sorted(java.util.Comparator.comparing(Bank::name)).toList()) {
			names.put(bank.id(), bank.name());
			shownBanks.add(shown(bank, byIndexName.getOrDefault(bank.indexName(), new BankFigures(bank.indexName(), 0, 0, 0, 0, true))));
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

	private static Map<String, Object> shown(Bank bank, BankFigures figures) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("name", bank.name());
		shown.put("media", figures.media());
		shown.put("records", figures.records());
		shown.put("below_floor", figures.belowFloor());
		shown.put("radius", figures.radiusBits());
		shown.put("blocks", figures.blocks());
		shown.put("ratio", bank.enabledRatio());
		return shown;
	}

	private static Map<String, BankFigures> byIndexName(IndexFigures figures) {
		return figures.banks().stream().collect(Collectors.toMap(BankFigures::indexName, bank -> bank));
	}
}

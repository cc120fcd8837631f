package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.policy.Quarantine;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.hashaven.server.store.Quarantines;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /v1/quarantine…}: records that stopped blocking. */
final class QuarantineRoutes {

	private final Quarantine quarantine;
	private final BankDirectory banks;
	private final Catalog catalog;

	QuarantineRoutes(Quarantine quarantine, BankDirectory banks, Catalog catalog) {
		this.quarantine = quarantine;
		this.banks = banks;
		this.catalog = catalog;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/v1/quarantine", Role.CURATE, "List the records in quarantine, with the figures", this::list),
				new Route("POST", "/v1/quarantine/release", Role.CURATE, "Let a record block again, its id in the body",
						this::releaseNamed),
				new Route("POST", "/v1/quarantine/<bank_name>/<record_id>/release", Role.CURATE, "Let a record block again",
						call -> release(BankRoutes.require(banks, call), call.path("record_id"), call)));
	}

	private Reply list(Call call) throws IOException {
		Map<Long, Bank> byId = banks.all().stream().collect(Collectors.toMap(Bank::id, bank -> bank));
		List<Object> shown = new ArrayList<>();
		for (Quarantines.Entry entry : quarantine.list()) {
			Bank bank = byId.get(entry.bankId());
			if (bank != null) {
				Map<String, @Nullable Object> each = new LinkedHashMap<>();
				each.put("bank", bank.name());
				each.put("id", entry.recordId());
				each.put("content_id",
						catalog.read(connection -> Contents.ofRecord(connection, bank.id(), entry.recordId())).map(Content::id)
								.orElse(null));
				each.put("at", entry.at());
				each.put("uploads", entry.counts().uploads());
				each.put("matched", entry.counts().matched());
				each.put("earlier_uploads", entry.counts().earlierUploads());
				each.put("earlier_matched", entry.counts().earlierMatched());
				shown.add(each);
			}
		}
		return Reply.json(Map.of("quarantine", shown));
	}

	/** An id may be a hash, which is never part of a URL of ours. */
	private Reply releaseNamed(Call call) throws IOException {
		Fields fields = new Fields(call.json(), "", Set.of("bank", "id"));
		Bank bank = banks.named(fields.requiredText("bank")).orElseThrow(() -> ApiException.notFound("there is no such bank"));
		return release(bank, fields.requiredText("id"), call);
	}

	private Reply release(Bank bank, String recordId, Call call) throws IOException {
		if (!quarantine.release(bank, recordId, call.who())) {
			throw ApiException.notFound("the record is not in quarantine");
		}
		return Reply.json(Map.of("released", true));
	}
}

package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.policy.Quarantine;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Quarantines;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /v1/quarantine…}: records that stopped blocking. */
final class QuarantineRoutes {

	private final Quarantine quarantine;
	private final BankDirectory banks;

	QuarantineRoutes(Quarantine quarantine, BankDirectory banks) {
		this.quarantine = quarantine;
		this.banks = banks;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/v1/quarantine", Role.ADMIN, "List the records in quarantine, with the figures", this::list),
				new Route("POST", "/v1/quarantine/<bank_name>/<record_id>/release", Role.ADMIN, "Let a record block again", this::release));
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

	private Reply release(Call call) throws IOException {
		Bank bank = BankRoutes.require(banks, call);
		if (!quarantine.release(bank, call.path("record_id"), call.who())) {
			throw ApiException.notFound("the record is not in quarantine");
		}
		return Reply.json(Map.of("released", true));
	}
}

package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.curation.CurationException;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.IndexGateway.BankRules;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Role;

/** {@code /v1/banks}: the rules of the banks. */
final class BankRoutes {

	private static final int MAX_RADIUS_BITS = 64;
	private static final int MAX_QUALITY = 100;
	private static final Set<String> PURPOSES = Set.of("block", "ignore");

	private final Curator curator;
	private final BankDirectory banks;
	private final IndexGateway index;

	BankRoutes(Curator curator, BankDirectory banks, IndexGateway index) {
		this.curator = curator;
		this.banks = banks;
		this.index = index;
	}

	List<Route> routes() {
		String bank = "/v1/banks/<bank_name>";
		return List.of(new Route("GET", "/v1/banks", Role.CURATE, "List the banks with their rules", this::list),
				new Route("GET", bank, Role.CURATE, "Show a bank's rules", this::show),
				new Route("PUT", bank, Role.CURATE, "Make a bank, or set some of its rules", this::put));
	}

	/**
	 * The bank that a request's path names.
	 *
	 * @throws ApiException
	 *             404
	 */
	static Bank require(BankDirectory banks, Call call) {
		return banks.named(call.path("bank_name")).orElseThrow(() -> ApiException.notFound("there is no such bank"));
	}

	static ApiException failure(CurationException failure) {
		int status = switch (failure.reason()) {
			case BAD_NAME, TOO_PLAIN, TOO_MANY_BANKS -> 400;
			case NAME_TAKEN -> 409;
			case NO_BANK -> 404;
		};
		return new ApiException(status, String.valueOf(failure.getMessage()));
	}

	private Reply list(Call call) throws IOException {
		Map<String, BankRules> rules = index.rules();
		List<Object> shown = new ArrayList<>();
		banks.all().stream().sorted(java.util.Comparator.comparing(Bank::name))
				.forEach(bank -> shown.add(BankJson.of(bank, rules.get(bank.indexName()))));
		return Reply.json(Map.of("banks", shown));
	}

	private Reply show(Call call) throws IOException {
		Bank bank = require(banks, call);
		return Reply.json(BankJson.of(bank, index.rules().get(bank.indexName())));
	}

	private Reply put(Call call) throws IOException {
		Fields fields = new Fields(call.json(), "", Set.of("purpose", "radius", "quality_floor", "enabled_ratio", "test_mode"));
		String name = call.path("bank_name");
		BankRules before = banks.named(name).isPresent()
				? index.rules().get(require(banks, call).indexName())
				: IndexGateway.DEFAULT_RULES;
		if (before == null) {
			throw ApiException.notFound("there is no such bank");
		}
		String purpose = fields.has("purpose") ? fields.requiredText("purpose") : before.purpose();
		if (fields.has("purpose") && !PURPOSES.contains(purpose)) {
			throw fields.wrong("purpose must be block or ignore");
		}
		BankRules rules = new BankRules(fields.number("radius", before.radius(), 0, MAX_RADIUS_BITS),
				fields.number("quality_floor", before.qualityFloor(), 0, MAX_QUALITY), purpose);
		double ratio = fields.share("enabled_ratio", banks.named(name).map(Bank::enabledRatio).orElse(1.0));
		boolean testMode = fields.flag("test_mode", banks.named(name).map(Bank::testMode).orElse(false));
		try {
			boolean isNew = banks.named(name).isEmpty();
			return Reply.json(isNew ? 201 : 200, BankJson.of(curator.setRules(name, rules, ratio, testMode, call.who()), rules));
		} catch (CurationException e) {
			throw failure(e);
		}
	}
}

package org.hashaven.server.hma;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hashaven.server.curation.CurationException;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Banks;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /c/banks} and {@code /c/bank/<name>}: the banks. */
final class BankEndpoints {

	private static final Set<String> YES = Set.of("true", "1", "1.0", "yes", "y", "on", "t");
	private static final Set<String> NO = Set.of("false", "0", "0.0", "no", "n", "off", "f");

	private final Curator curator;
	private final BankDirectory banks;
	private final Catalog catalog;

	BankEndpoints(Curator curator, BankDirectory banks, Catalog catalog) {
		this.curator = curator;
		this.banks = banks;
		this.catalog = catalog;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/c/banks", Role.CURATE, "List banks", this::list),
				new Route("POST", "/c/banks", Role.CURATE, "Create a bank", this::create),
				new Route("GET", "/c/bank/<bank_name>", Role.CURATE, "Show a bank", this::show),
				new Route("PUT", "/c/bank/<bank_name>", Role.CURATE, "Rename, enable or disable a bank", this::update),
				new Route("DELETE", "/c/bank/<bank_name>", Role.CURATE, "Delete a bank and withdraw its contents", this::delete));
	}

	static Map<String, Object> shown(Bank bank) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("name", bank.name());
		shown.put("matching_enabled_ratio", bank.enabledRatio());
		return shown;
	}

	/** The error that HMA answers with. */
	static ApiException failure(CurationException failure) {
		int status = switch (failure.reason()) {
			case BAD_NAME, TOO_PLAIN, TOO_MANY_BANKS -> 400;
			case NAME_TAKEN -> 403;
			case NO_BANK -> 404;
		};
		return new ApiException(status, String.valueOf(failure.getMessage()));
	}

	/**
	 * The bank that a request's path names.
	 *
	 * @throws ApiException
	 *             404
	 */
	static Bank require(BankDirectory banks, Call call) {
		String name = call.path("bank_name");
		return banks.named(name).orElseThrow(() -> ApiException.notFound("bank '" + name + "' not found"));
	}

	private Reply list(Call call) throws IOException {
		List<Object> shown = new ArrayList<>();
		for (Bank bank : catalog.read(Banks::live)) {
			shown.add(shown(bank));
		}
		return Reply.json(shown);
	}

	private Reply show(Call call) {
		return Reply.json(shown(require(banks, call)));
	}

	private Reply create(Call call) throws IOException {
		Map<String, @Nullable Object> body = call.json();
		if (!(body.get("name") instanceof String name)) {
			throw ApiException.badRequest("name is required");
		}
		try {
			return Reply.json(201, shown(curator.addBank(name, ratio(body, 1), call.who())));
		} catch (CurationException e) {
			throw failure(e);
		}
	}

	private Reply update(Call call) throws IOException {
		Bank bank = require(banks, call);
		Map<String, @Nullable Object> body = call.json();
		Object name = body.get("name");
		if (name != null && !(name instanceof String)) {
			throw ApiException.badRequest("name must be a string");
		}
		String newName = name == null ? bank.name() : (String) name;
		try {
			return Reply.json(shown(curator.updateBank(bank.name(), newName, ratio(body, bank.enabledRatio()), call.who())));
		} catch (CurationException e) {
			throw failure(e);
		}
	}

	private Reply delete(Call call) throws IOException {
		curator.deleteBank(call.path("bank_name"), call.who());
		return Reply.json(Map.of("message", "Done"));
	}

	private static double ratio(Map<String, @Nullable Object> body, double otherwise) {
		Object ratio = body.get("enabled_ratio");
		if (ratio != null) {
			return ratio(ratio);
		}
		Object enabled = body.get("enabled");
		if (enabled == null) {
			return otherwise;
		}
		String word = enabled.toString().toLowerCase(Locale.ROOT);
		if (!YES.contains(word) && !NO.contains(word)) {
			throw ApiException.badRequest("enabled must be true or false");
		}
		return YES.contains(word) ? 1 : 0;
	}

	/** A ratio, which some clients send as a string. */
	static double ratio(Object value) {
		try {
			double ratio = value instanceof Number number ? number.doubleValue() : Double.parseDouble(value.toString().strip());
			if (ratio >= 0 && ratio <= 1) {
				return ratio;
			}
		} catch (NumberFormatException e) {
			// said below
		}
		throw ApiException.badRequest("enabled_ratio must be a number from 0 to 1");
	}
}

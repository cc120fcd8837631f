package org.hashaven.server.v1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hashaven.server.match.IndexGateway.BankRules;
import org.hashaven.server.store.Bank;
import org.jspecify.annotations.Nullable;

/** A bank and its rules as JSON, the same in {@code /v1/banks} and on the page. */
public final class BankJson {

	private BankJson() {
	}

	/**
	 * A bank.
	 *
	 * @param rules
	 *            null when the index has none, because the bank is being deleted
	 */
	public static Map<String, @Nullable Object> of(Bank bank, @Nullable BankRules rules) {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("name", bank.name());
		shown.put("purpose", rules == null ? null : rules.purpose());
		shown.put("radius", rules == null ? null : rules.radius());
		shown.put("quality_floor", rules == null ? null : rules.qualityFloor());
		shown.put("enabled_ratio", bank.enabledRatio());
		shown.put("test_mode", bank.testMode());
		return shown;
	}
}

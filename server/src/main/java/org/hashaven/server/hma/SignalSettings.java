package org.hashaven.server.hma;

import java.io.IOException;
import java.util.Map;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.SignalTypes;

/** Which signal types are enabled. Thread-safe. */
public final class SignalSettings {

	private final Catalog catalog;
	private volatile Map<String, Double> ratios;

	public SignalSettings(Catalog catalog) throws IOException {
		this.catalog = catalog;
		ratios = catalog.read(SignalTypes::ratios);
	}

	double ratio(SignalType type) {
		return ratios.getOrDefault(type.word(), 1.0);
	}

	boolean isEnabled(SignalType type) {
		return ratio(type) > 0;
	}

	void setRatio(SignalType type, double ratio, String who) throws IOException {
		catalog.write(connection -> {
			SignalTypes.setRatio(connection, type.word(), ratio);
			AuditLog.append(connection, who, "signal-type-updated " + type.word() + " " + ratio, null, null);
			return ratio;
		});
		ratios = catalog.read(SignalTypes::ratios);
	}

	/**
	 * The type of this name.
	 *
	 * @throws ApiException
	 *             400 when there is none or it is disabled
	 */
	SignalType requireEnabled(String word) {
		SignalType type = SignalType.of(word).orElseThrow(() -> ApiException.badRequest("No such SignalType, or it is not supported"));
		if (!isEnabled(type)) {
			throw ApiException.badRequest("SignalType '" + type.word() + "' is not enabled");
		}
		return type;
	}
}

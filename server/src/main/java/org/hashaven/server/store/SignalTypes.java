package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** The ratios that were set for signal types; 1 for all others. */
public final class SignalTypes {

	private SignalTypes() {
	}

	/** The ratios that were set, by name. */
	public static Map<String, Double> ratios(Connection connection) throws SQLException {
		return Sql.all(connection, row -> Map.entry(row.getString(1), row.getDouble(2)), "SELECT name, enabled_ratio FROM signal_type")
				.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Sets a ratio. */
	public static void setRatio(Connection connection, String name, double ratio) throws SQLException {
		Sql.update(connection, """
				INSERT INTO signal_type (name, enabled_ratio) VALUES (?, ?)
				ON CONFLICT (name) DO UPDATE SET enabled_ratio = excluded.enabled_ratio""", name, ratio);
	}
}

package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.SQLException;

/** How far those have come who read a numbered list of the catalog. */
public final class Checkpoints {

	private Checkpoints() {
	}

	/** Begins behind a number, unless it has begun before. */
	public static long begin(Connection connection, String name, long seq) throws SQLException {
		return Sql.update(connection, "INSERT OR IGNORE INTO checkpoint (name, seq) VALUES (?, ?)", name, seq);
	}

	/** The number that was dealt with last; 0 when it has not begun. */
	public static long of(Connection connection, String name) throws SQLException {
		return Sql.number(connection, "SELECT coalesce((SELECT seq FROM checkpoint WHERE name = ?), 0)", name);
	}

	/** Notes the number that was dealt with last. */
	public static long set(Connection connection, String name, long seq) throws SQLException {
		Sql.update(connection, "UPDATE checkpoint SET seq = ? WHERE name = ?", seq, name);
		return seq;
	}

	/** Begins anew the next time. */
	public static long forget(Connection connection, String name) throws SQLException {
		return Sql.update(connection, "DELETE FROM checkpoint WHERE name = ?", name);
	}
}

package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The numbered list of changes, from which a follower learns what was added and withdrawn. */
public final class ChangeLog {

	/** What changed. */
	enum Kind {
		BANK_ADDED, BANK_UPDATED, BANK_DELETED, ADDED, UPDATED, WITHDRAWN
	}

	private ChangeLog() {
	}

	static void append(Connection connection, Kind kind, long bankId, @Nullable Long contentId) throws SQLException {
		Sql.update(connection, "INSERT INTO change (at, kind, bank_id, content_id) VALUES (?, ?, ?, ?)", Instant.now().getEpochSecond(),
				kind.name(), bankId, contentId);
	}

	/** When something last changed, in seconds since 1970; -1 when nothing ever did. */
	public static long lastChange(Connection connection) throws SQLException {
		return Sql.number(connection, "SELECT coalesce((SELECT at FROM change ORDER BY seq DESC LIMIT 1), -1)");
	}
}

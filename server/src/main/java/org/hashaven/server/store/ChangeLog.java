package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbered list of changes, from which a follower learns what was added and withdrawn. */
public final class ChangeLog {

	/** What changed. */
	enum Kind {
		BANK_ADDED, BANK_UPDATED, BANK_DELETED, ADDED, UPDATED, WITHDRAWN
	}

	/**
	 * A change.
	 *
	 * @param at
	 *            when, in seconds since 1970
	 * @param kind
	 *            what
	 * @param bankId
	 *            number of the bank concerned
	 * @param contentId
	 *            number of the content concerned; null for a bank
	 */
	public record Change(long at, String kind, long bankId, @Nullable Long contentId) {
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

	/** The last changes, newest first. */
	public static List<Change> latest(Connection connection, int count) throws SQLException {
		return Sql.all(connection, row -> {
			long content = row.getLong("content_id");
			Long contentId = row.wasNull() ? null : content; // before another column is read
			return new Change(row.getLong("at"), row.getString("kind"), row.getLong("bank_id"), contentId);
		}, "SELECT * FROM change ORDER BY seq DESC LIMIT ?", count);
	}
}

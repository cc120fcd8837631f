package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

	/** Notes a record that was in the index before the service was: for a follower it is added, but it is not newly listed. */
	static void appendAdopted(Connection connection, long bankId, long contentId) throws SQLException {
		Sql.update(connection, "INSERT INTO change (at, kind, bank_id, content_id, adopted) VALUES (?, ?, ?, ?, 1)",
				Instant.now().getEpochSecond(), Kind.ADDED.name(), bankId, contentId);
	}

	static void appendTombstone(Connection connection, long bankId, long contentId, @Nullable String recordId) throws SQLException {
		Sql.update(connection, "INSERT INTO change (at, kind, bank_id, content_id, record_id) VALUES (?, ?, ?, ?, ?)",
				Instant.now().getEpochSecond(), Kind.WITHDRAWN.name(), bankId, contentId, RecordIds.lasting(recordId));
	}

	/** Changes after a number, oldest first. Those of a content that is gone by now are left out, except for its tombstone. */
	public static List<Change> since(Connection connection, long seq, long limit) throws SQLException {
		return Sql.all(connection, ChangeLog::change, """
				SELECT c.seq, c.at, c.kind, c.bank_id, c.content_id,
					coalesce(c.record_id, (SELECT min(r.record_id) FROM record r WHERE r.content_id = c.content_id))
				FROM change c WHERE c.seq > ? AND (c.content_id IS NULL OR c.kind = 'WITHDRAWN'
					OR EXISTS (SELECT 1 FROM content t WHERE t.id = c.content_id AND t.state = 'LIVE'))
				ORDER BY c.seq LIMIT ?""", seq, limit);
	}

	/**
	 * A content that was listed, and is still.
	 *
	 * @param seq
	 *            number of the change
	 * @param bankId
	 *            number of its bank
	 * @param contentId
	 *            its number
	 */
	public record Listing(long seq, long bankId, long contentId) {
	}

	/** What was newly listed after a number, oldest first. */
	public static List<Listing> newlyListed(Connection connection, long seq, long limit) throws SQLException {
		return Sql.all(connection, row -> new Listing(row.getLong(1), row.getLong(2), row.getLong(3)), """
				SELECT c.seq, c.bank_id, c.content_id FROM change c JOIN content t ON t.id = c.content_id
				WHERE c.seq > ? AND c.kind = 'ADDED' AND c.adopted = 0 AND t.state = 'LIVE' ORDER BY c.seq LIMIT ?""", seq, limit);
	}

	/** The time of a change, in seconds since 1970; -1 when there is none of this number. */
	public static long at(Connection connection, long seq) throws SQLException {
		return Sql.number(connection, "SELECT coalesce((SELECT at FROM change WHERE seq = ?), -1)", seq);
	}

	/** Number of the last change. */
	public static long last(Connection connection) throws SQLException {
		return Sql.number(connection, "SELECT coalesce(max(seq), 0) FROM change");
	}

	private static Change change(ResultSet row) throws SQLException {
		long content = row.getLong(5);
		Long contentId = row.wasNull() ? null : content;
		return new Change(row.getLong(1), row.getLong(2), row.getString(3).toLowerCase(Locale.ROOT), row.getLong(4), contentId,
				row.getString(6));
	}

	/** When something last changed, in seconds since 1970; -1 when nothing ever did. */
	public static long lastChange(Connection connection) throws SQLException {
		return Sql.number(connection, "SELECT coalesce((SELECT at FROM change ORDER BY seq DESC LIMIT 1), -1)");
	}

	/** The last changes, newest first. */
	public static List<Change> latest(Connection connection, int count) throws SQLException {
		return Sql.all(connection, ChangeLog::change, """
				SELECT seq, at, kind, bank_id, content_id, record_id FROM change ORDER BY seq DESC LIMIT ?""", count);
	}
}

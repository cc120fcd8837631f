package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hashaven.hash.Md5;
import org.hashaven.server.store.ChangeLog.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The contents in the catalog, and which records of the index belong to them.
 *
 * <pre>
 *   PENDING ─(index has it)→ LIVE ─(withdrawal begins)→ WITHDRAWING ─(index has it no more)→ gone
 * </pre>
 *
 * Only live ones are shown. What a killed process left pending or withdrawing is withdrawn at the next start.
 */
public final class Contents {

	private static final String SELECT = "SELECT c.id, c.bank_id, c.disable_until_ts, c.note, c.metadata FROM content c ";

	private Contents() {
	}

	private static Content of(ResultSet row) throws SQLException {
		return new Content(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5));
	}

	/** Notes a content whose records are not in the index yet, and returns its number. */
	public static long addPending(Connection connection, long bankId, @Nullable String note, @Nullable String metadata, @Nullable Md5 md5)
			throws SQLException {
		return Sql.insert(connection, "INSERT INTO content (bank_id, state, note, metadata, md5) VALUES (?, 'PENDING', ?, ?, ?)", bankId,
				note, metadata, md5 == null ? null : bytes(md5));
	}

	/** Notes a content of a primary under its number there; its records are not in the index yet. */
	public static void takePending(Connection connection, Content content, @Nullable Md5 md5) throws SQLException {
		Sql.update(connection,
				"INSERT INTO content (id, bank_id, state, disable_until_ts, note, metadata, md5) VALUES (?, ?, 'PENDING', ?, ?, ?, ?)",
				content.id(), content.bankId(), content.disableUntilTs(), content.note(), content.metadata(),
				md5 == null ? null : bytes(md5));
	}

	/** Notes a record that a content is about to have in the index. */
	public static void addRecord(Connection connection, long bankId, String recordId, long contentId) throws SQLException {
		Sql.update(connection, "INSERT INTO record (bank_id, record_id, content_id) VALUES (?, ?, ?)", bankId, recordId, contentId);
	}

	/** Shows a content from now on. */
	public static void finishAdding(Connection connection, long bankId, long id) throws SQLException {
		Sql.update(connection, "UPDATE content SET state = 'LIVE' WHERE id = ?", id);
		ChangeLog.append(connection, Kind.ADDED, bankId, id);
	}

	/** Hides a content; whether it was there and live. */
	public static boolean beginWithdrawal(Connection connection, long bankId, long id) throws SQLException {
		return Sql.update(connection, "UPDATE content SET state = 'WITHDRAWING' WHERE id = ? AND bank_id = ? AND state = 'LIVE'", id,
				bankId) > 0;
	}

	/** Forgets a content whose records are withdrawn, and leaves a tombstone in the change log. */
	public static void finishWithdrawal(Connection connection, long bankId, long id) throws SQLException {
		String recordId = records(connection, id).stream().findFirst().orElse(null);
		Sql.update(connection,
				"DELETE FROM quarantine WHERE bank_id = ? AND record_id IN (SELECT record_id FROM record WHERE content_id = ?)",
				bankId, id);
		Sql.update(connection, "DELETE FROM content WHERE id = ?", id);
		ChangeLog.appendTombstone(connection, bankId, id, recordId);
	}

	/** Forgets a content that was never acknowledged. */
	public static void forget(Connection connection, long id) throws SQLException {
		Sql.update(connection, "DELETE FROM content WHERE id = ?", id);
	}

	/** Contents that are pending or withdrawing. */
	public static List<Content> unsettled(Connection connection) throws SQLException {
		return Sql.all(connection, Contents::of, SELECT + "WHERE c.state <> 'LIVE'");
	}

	/** Whether a content is being withdrawn, rather than added. */
	public static boolean isWithdrawing(Connection connection, long id) throws SQLException {
		return Sql.number(connection, "SELECT count(*) FROM content WHERE id = ? AND state = 'WITHDRAWING'", id) > 0;
	}

	/** A live content of a bank. */
	public static Optional<Content> find(Connection connection, long bankId, long id) throws SQLException {
		return Sql.one(connection, Contents::of, SELECT + "WHERE c.id = ? AND c.bank_id = ? AND c.state = 'LIVE'", id, bankId);
	}

	/** The ids of a content's records in the index. */
	public static List<String> records(Connection connection, long id) throws SQLException {
		return Sql.all(connection, row -> row.getString(1), "SELECT record_id FROM record WHERE content_id = ? ORDER BY record_id", id);
	}

	/**
	 * The live content that a record belongs to.
	 *
	 * @return empty when it is not live, or the record is not known, see {@link #knowsRecord}
	 */
	public static Optional<Content> ofRecord(Connection connection, long bankId, String recordId) throws SQLException {
		return Sql.one(connection, Contents::of,
				SELECT + "JOIN record r ON r.content_id = c.id WHERE r.bank_id = ? AND r.record_id = ? AND c.state = 'LIVE'", bankId,
				recordId);
	}

	/**
	 * A content and the first of its records.
	 *
	 * @param content
	 *            what was banked
	 * @param recordId
	 *            null when it is an MD5 only
	 */
	public record Listed(Content content, @Nullable String recordId) {
	}

	/** The live contents of a bank after a number, in their order. */
	public static List<Listed> page(Connection connection, long bankId, long after, long limit) throws SQLException {
		return Sql.all(connection, row -> new Listed(of(row), row.getString(6)),
				SELECT.replace(" FROM", ", (SELECT min(record_id) FROM record WHERE content_id = c.id) FROM")
						+ "WHERE c.bank_id = ? AND c.id > ? AND c.state = 'LIVE' ORDER BY c.id LIMIT ?",
				bankId, after, limit);
	}

	/** Whether a record has a content, live or not. */
	public static boolean knowsRecord(Connection connection, long bankId, String recordId) throws SQLException {
		return Sql.number(connection, "SELECT count(*) FROM record WHERE bank_id = ? AND record_id = ?", bankId, recordId) > 0;
	}

	/** Gives a number to a record that was in the index before the service was; always the same one. */
	public static Optional<Content> adopt(Connection connection, long bankId, String recordId) throws SQLException {
		if (!knowsRecord(connection, bankId, recordId)) {
			long id = Sql.insert(connection, "INSERT INTO content (bank_id, state) VALUES (?, 'LIVE')", bankId);
			addRecord(connection, bankId, recordId, id);
			ChangeLog.appendAdopted(connection, bankId, id);
		}
		return ofRecord(connection, bankId, recordId);
	}

	/** Sets a content's note and the time until which it does not match. */
	public static void update(Connection connection, Content content) throws SQLException {
		Sql.update(connection, "UPDATE content SET disable_until_ts = ?, note = ? WHERE id = ?", content.disableUntilTs(), content.note(),
				content.id());
		ChangeLog.append(connection, Kind.UPDATED, content.bankId(), content.id());
	}

	/** The live contents with this MD5. */
	public static List<Content> withMd5(Connection connection, Md5 md5) throws SQLException {
		return Sql.all(connection, Contents::of, SELECT + "WHERE c.md5 = ? AND c.state = 'LIVE' ORDER BY c.id", bytes(md5));
	}

	/** The MD5 of a content, if it has one. */
	public static Optional<String> md5(Connection connection, long id) throws SQLException {
		return Sql.one(connection, row -> HexFormat.of().formatHex(row.getBytes(1)),
				"SELECT md5 FROM content WHERE id = ? AND md5 IS NOT NULL", id);
	}

	/** How many contents have an MD5. */
	public static long countMd5s(Connection connection) throws SQLException {
		return Sql.number(connection, "SELECT count(*) FROM content WHERE md5 IS NOT NULL AND state = 'LIVE'");
	}

	private static byte[] bytes(Md5 md5) {
		return HexFormat.of().parseHex(md5.toHex());
	}
}

package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Records in quarantine, and the counts of traffic behind it. */
public final class Quarantines {

	/**
	 * A record that stopped blocking, or was released.
	 *
	 * @param bankId
	 *            number of its bank
	 * @param recordId
	 *            its id
	 * @param released
	 *            whether an operator let it block again; it is not held a second time
	 * @param at
	 *            when, in seconds since 1970
	 * @param counts
	 *            the figures
	 */
	public record Entry(long bankId, String recordId, boolean released, long at, Counts counts) {
	}

	/**
	 * What a record matched.
	 *
	 * @param uploads
	 *            uploads in the window
	 * @param matched
	 *            how many of them the record matched
	 * @param earlierUploads
	 *            uploads before the window
	 * @param earlierMatched
	 *            how many of them the record matched
	 */
	public record Counts(long uploads, long matched, long earlierUploads, long earlierMatched) {
	}

	/**
	 * How often a record matched in one stretch.
	 *
	 * @param bankId
	 *            number of its bank
	 * @param recordId
	 *            its id
	 * @param matched
	 *            uploads
	 */
	public record Matched(long bankId, String recordId, long matched) {
	}

	/**
	 * A stretch of uploads.
	 *
	 * @param number
	 *            rising
	 * @param uploads
	 *            how many
	 */
	public record Stretch(long number, long uploads) {
	}

	private Quarantines() {
	}

	private static Entry of(ResultSet row) throws SQLException {
		return new Entry(row.getLong("bank_id"), row.getString("record_id"), row.getString("state").equals("RELEASED"), row.getLong("at"),
				new Counts(row.getLong("uploads"), row.getLong("matched"), row.getLong("earlier_uploads"), row.getLong("earlier_matched")));
	}

	/** All entries. */
	public static List<Entry> list(Connection connection) throws SQLException {
		return Sql.all(connection, Quarantines::of, "SELECT * FROM quarantine ORDER BY at, bank_id, record_id");
	}

	/** Puts a record in quarantine. */
	public static void hold(Connection connection, long bankId, String recordId, Counts counts) throws SQLException {
		Sql.update(connection, "INSERT OR IGNORE INTO quarantine VALUES (?, ?, 'HELD', ?, ?, ?, ?, ?)", bankId, recordId,
				Instant.now().getEpochSecond(), counts.uploads, counts.matched, counts.earlierUploads, counts.earlierMatched);
		Optional<Content> content = Contents.ofRecord(connection, bankId, recordId);
		if (content.isPresent()) {
			Events.add(connection,
					new Events.New(Events.Kind.QUARANTINED, bankId, content.get().id(), recordId, null, 0, OptionalInt.empty()));
		}
	}

	/** Lets a record block again; whether it was in quarantine. */
	public static boolean release(Connection connection, long bankId, String recordId) throws SQLException {
		return Sql.update(connection, "UPDATE quarantine SET state = 'RELEASED' WHERE bank_id = ? AND record_id = ? AND state = 'HELD'",
				bankId, recordId) > 0;
	}

	/** Keeps the counts of a stretch, and forgets those below a number. */
	public static void keep(Connection connection, Stretch stretch, List<Matched> matched, long oldest) throws SQLException {
		Sql.update(connection, "INSERT INTO traffic (stretch, uploads) VALUES (?, ?)", stretch.number, stretch.uploads);
		for (Matched each : matched) {
			Sql.update(connection, "INSERT INTO traffic_match (stretch, bank_id, record_id, matched) VALUES (?, ?, ?, ?)", stretch.number,
					each.bankId, each.recordId, each.matched);
		}
		Sql.update(connection, "DELETE FROM traffic WHERE stretch < ?", oldest);
	}

	/** The stretches that are kept, oldest first. */
	public static List<Stretch> stretches(Connection connection) throws SQLException {
		return Sql.all(connection, row -> new Stretch(row.getLong(1), row.getLong(2)), "SELECT stretch, uploads FROM traffic ORDER BY 1");
	}

	/** The matches of a stretch. */
	public static List<Matched> matches(Connection connection, long stretch) throws SQLException {
		return Sql.all(connection, row -> new Matched(row.getLong(1), row.getString(2), row.getLong(3)),
				"SELECT bank_id, record_id, matched FROM traffic_match WHERE stretch = ?", stretch);
	}
}

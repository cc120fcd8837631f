package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a platform or its operator has to learn of, numbered. None holds a hash; with a withdrawn content go its events. */
public final class Events {

	/** What happened. */
	public enum Kind {
		/** A newly listed record is in a recent upload. */
		RETROACTIVE,
		/** A record went into quarantine. */
		QUARANTINED
	}

	/**
	 * An event that is to be added.
	 *
	 * @param kind
	 *            what happened
	 * @param bankId
	 *            number of the record's bank
	 * @param contentId
	 *            number of its content
	 * @param recordId
	 *            its id; null, once it is read back, where the id holds a hash
	 * @param reference
	 *            of the upload; null where there is none
	 * @param uploadedAt
	 *            when that was, in seconds since 1970; 0 where there is none
	 * @param distanceBits
	 *            between record and upload; empty where they were not compared as pictures
	 */
	public record New(Kind kind, long bankId, long contentId, @Nullable String recordId, @Nullable String reference, long uploadedAt,
			OptionalInt distanceBits) {
	}

	/**
	 * An event.
	 *
	 * @param seq
	 *            rising
	 * @param at
	 *            when it was noted, in seconds since 1970
	 * @param what
	 *            the event
	 */
	public record Event(long seq, long at, New what) {
	}

	private Events() {
	}

	/** Adds one, unless its content is gone. */
	public static void add(Connection connection, New event) throws SQLException {
		Sql.update(connection, """
				INSERT INTO event (at, kind, bank_id, content_id, record_id, reference, uploaded_at, distance)
				SELECT ?, ?, ?, id, ?, ?, ?, ? FROM content WHERE id = ? AND state = 'LIVE'""", Instant.now().getEpochSecond(),
				event.kind.name(), event.bankId, RecordIds.lasting(event.recordId), event.reference, event.uploadedAt,
				event.distanceBits.isPresent() ? event.distanceBits.getAsInt() : null, event.contentId);
	}

	/** Events after a number, oldest first. */
	public static List<Event> since(Connection connection, long seq, long limit) throws SQLException {
		return Sql.all(connection, Events::of, "SELECT * FROM event WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
	}

	/** Those of a kind. */
	public static List<Event> since(Connection connection, Kind kind, long seq, long limit) throws SQLException {
		return Sql.all(connection, Events::of, "SELECT * FROM event WHERE seq > ? AND kind = ? ORDER BY seq LIMIT ?", seq, kind.name(),
				limit);
	}

	private static Event of(ResultSet row) throws SQLException {
		int distance = row.getInt("distance");
		OptionalInt distanceBits = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(distance);
		return new Event(row.getLong("seq"), row.getLong("at"),
				new New(Kind.valueOf(row.getString("kind")), row.getLong("bank_id"), row.getLong("content_id"), row.getString("record_id"),
						row.getString("reference"), row.getLong("uploaded_at"), distanceBits));
	}

	/** How many there are after a number. */
	public static long countSince(Connection connection, long seq) throws SQLException {
		return Sql.number(connection, "SELECT count(*) FROM event WHERE seq > ?", seq);
	}

	/** Number of the last event. */
	public static long last(Connection connection) throws SQLException {
		return Sql.number(connection, "SELECT coalesce(max(seq), 0) FROM event");
	}

	/** Forgets recent uploads that came before a moment. */
	public static int forgetBefore(Connection connection, Instant moment) throws SQLException {
		return Sql.update(connection, "DELETE FROM event WHERE kind = ? AND uploaded_at < ?", Kind.RETROACTIVE.name(),
				moment.getEpochSecond());
	}

	/** Forgets all of a kind. */
	public static int forget(Connection connection, Kind kind) throws SQLException {
		return Sql.update(connection, "DELETE FROM event WHERE kind = ?", kind.name());
	}
}

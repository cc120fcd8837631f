package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What platforms did about matches, kept for those who supplied the records. */
public final class Decisions {

	/**
	 * A decision.
	 *
	 * @param seq
	 *            its number, rising
	 * @param at
	 *            when, in seconds since 1970
	 * @param who
	 *            name of the key that reported it
	 * @param report
	 *            what was reported
	 */
	public record Decision(long seq, long at, String who, Report report) {
	}

	/**
	 * What is reported.
	 *
	 * @param bank
	 *            name of the bank
	 * @param recordId
	 *            the record that matched
	 * @param contentId
	 *            its content
	 * @param decision
	 *            the word for it
	 * @param reason
	 *            in the platform's words
	 * @param reference
	 *            the platform's own, opaque
	 */
	public record Report(String bank, String recordId, long contentId, String decision, @Nullable String reason,
			@Nullable String reference) {

		/** The record only: reason and reference may name people. */
		@Override
		public String toString() {
			return "Report[" + bank + ", " + recordId + "]";
		}
	}

	private Decisions() {
	}

	/** Keeps a report and returns its number. */
	public static long add(Connection connection, String who, Report report) throws SQLException {
		return Sql.insert(connection,
				"INSERT INTO decision (at, who, bank, record_id, content_id, decision, reason, reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
				Instant.now().getEpochSecond(), who, report.bank, Objects.requireNonNullElse(RecordIds.lasting(report.recordId), ""),
				report.contentId, report.decision, report.reason,
				report.reference);
	}

	/** Those after a number, oldest first. */
	public static List<Decision> since(Connection connection, long seq, long limit) throws SQLException {
		return Sql.all(connection,
				row -> new Decision(row.getLong("seq"), row.getLong("at"), row.getString("who"),
						new Report(row.getString("bank"), row.getString("record_id"), row.getLong("content_id"),
								row.getString("decision"), row.getString("reason"), row.getString("reference"))),
				"SELECT * FROM decision WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
	}
}

package org.hashaven.server.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail: who changed what, when. Entries are only ever appended, in the transaction of the change, and each holds the SHA-256 of
 * itself and the one before, so that a changed or missing entry shows. Neither hashes nor keys are in it.
 *
 * <pre>
 *   link(n) = SHA-256( link(n - 1), n, at, who, what, bank, content )      link(0) = 32 zero bytes
 * </pre>
 *
 * The last entries can be cut off without a trace by those who can write the file: note {@link #head} elsewhere from time to time.
 */
public final class AuditLog {

	private static final int LINK_BYTES = 32;

	/**
	 * One entry.
	 *
	 * @param seq
	 *            its number, from 1 without gaps
	 * @param at
	 *            when, in seconds since 1970
	 * @param who
	 *            name of the key, or who else
	 * @param what
	 *            the action
	 * @param bank
	 *            name of the bank concerned
	 * @param contentId
	 *            the content concerned
	 */
	public record Entry(long seq, long at, String who, String what, @Nullable String bank, @Nullable Long contentId) {
	}

	private record Linked(Entry entry, byte[] link) {
	}

	private AuditLog() {
	}

	/** Appends an entry. */
	public static void append(Connection connection, String who, String what, @Nullable String bank, @Nullable Long contentId)
			throws SQLException {
		Linked last = Sql.one(connection, AuditLog::linked, "SELECT * FROM audit ORDER BY seq DESC LIMIT 1").orElse(null);
		Entry entry = new Entry(last == null ? 1 : last.entry.seq + 1, Instant.now().getEpochSecond(), who, what, bank, contentId);
		byte[] link = link(last == null ? new byte[LINK_BYTES] : last.link, entry);
		Sql.update(connection, "INSERT INTO audit (seq, at, who, what, bank, content_id, link) VALUES (?, ?, ?, ?, ?, ?, ?)", entry.seq,
				entry.at, who, what, bank, contentId, link);
	}

	private static Linked linked(ResultSet row) throws SQLException {
		long contentId = row.getLong("content_id");
		Long content = row.wasNull() ? null : contentId;
		return new Linked(new Entry(row.getLong("seq"), row.getLong("at"), row.getString("who"), row.getString("what"),
				row.getString("bank"), content), row.getBytes("link"));
	}

	/** All entries, oldest first. */
	public static List<Entry> entries(Connection connection) throws SQLException {
		return Sql.all(connection, row -> linked(row).entry, "SELECT * FROM audit ORDER BY seq");
	}

	/** Whether no entry was changed, inserted or removed before the last one. */
	public static boolean isIntact(Connection connection) throws SQLException {
		return brokenAt(connection) == 0;
	}

	/** Number of the first entry that does not follow from the one before it; 0 when all do. */
	public static long brokenAt(Connection connection) throws SQLException {
		byte[] before = new byte[LINK_BYTES];
		long seq = 0;
		for (Linked each : Sql.all(connection, AuditLog::linked, "SELECT * FROM audit ORDER BY seq")) {
			seq++;
			if (each.entry.seq != seq || !MessageDigest.isEqual(each.link, link(before, each.entry))) {
				return each.entry.seq;
			}
			before = each.link;
		}
		return 0;
	}

	/** The link of the last entry; empty while there is none. */
	public static byte[] head(Connection connection) throws SQLException {
		return Sql.one(connection, row -> row.getBytes(1), "SELECT link FROM audit ORDER BY seq DESC LIMIT 1").orElse(new byte[0]);
	}

	private static byte[] link(byte[] before, Entry entry) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(bytes);
			out.write(before);
			out.writeLong(entry.seq);
			out.writeLong(entry.at);
			out.writeUTF(entry.who);
			out.writeUTF(entry.what);
			out.writeBoolean(entry.bank != null);
			out.writeUTF(entry.bank == null ? "" : entry.bank);
			out.writeBoolean(entry.contentId != null);
			out.writeLong(entry.contentId == null ? 0 : entry.contentId);
			return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}

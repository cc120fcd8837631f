package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The banks in the catalog. */
public final class Banks {

	private static final Sql.Row<Bank> ROW = row -> new Bank(row.getLong(1), row.getString(2), row.getString(3), row.getDouble(4),
			row.getBoolean(5));

	private static final String SELECT = "SELECT id, coalesce(name, ''), index_bank, enabled_ratio, test_mode FROM bank ";

	private Banks() {
	}

	/** The banks that are shown, in the order in which they were made. */
	public static List<Bank> live(Connection connection) throws SQLException {
		return Sql.all(connection, ROW, SELECT + "WHERE state = 'LIVE' ORDER BY id");
	}

	/** Banks whose deletion is not finished. */
	public static List<Bank> deleting(Connection connection) throws SQLException {
		return Sql.all(connection, ROW, SELECT + "WHERE state = 'DELETING'");
	}

	/** The bank that is shown under a name. */
	public static Optional<Bank> named(Connection connection, String name) throws SQLException {
		return Sql.one(connection, ROW, SELECT + "WHERE state = 'LIVE' AND name = ?", name);
	}

	/** Whether a bank of the index is known, in whatever state. */
	public static boolean knowsIndexName(Connection connection, String indexName) throws SQLException {
		return Sql.number(connection, "SELECT count(*) FROM bank WHERE index_bank = ?", indexName) > 0;
	}

	/** Notes a bank of the index that is not shown: a new index has one that its owner did not ask for. */
	public static void addFree(Connection connection, String indexName) throws SQLException {
		Sql.update(connection, "INSERT INTO bank (name, index_bank, enabled_ratio, state) VALUES (NULL, ?, 0, 'FREE')", indexName);
	}

	/** Adds a bank, on a bank of the index that is free if it has the same name there. */
	public static Bank add(Connection connection, String name, String indexName, double enabledRatio) throws SQLException {
		Sql.update(connection, """
				INSERT INTO bank (name, index_bank, enabled_ratio, state) VALUES (?, ?, ?, 'LIVE')
				ON CONFLICT (index_bank) DO UPDATE SET name = excluded.name, enabled_ratio = excluded.enabled_ratio, state = 'LIVE',
					test_mode = 0
				WHERE state = 'FREE'""", name, indexName, enabledRatio);
		Bank bank = named(connection, name).orElseThrow();
		ChangeLog.append(connection, ChangeLog.Kind.BANK_ADDED, bank.id(), null);
		return bank;
	}

	/** Takes banks of a primary over, under their numbers there. */
	public static void take(Connection connection, List<Bank> banks) throws SQLException {
		for (Bank bank : banks) {
			Sql.update(connection, "DELETE FROM bank WHERE state = 'FREE' AND (id = ? OR index_bank = ?)", bank.id(), bank.indexName());
			Sql.update(connection, "UPDATE bank SET name = NULL WHERE id = ?", bank.id()); // two may have changed their names
		}
		for (Bank bank : banks) {
			Sql.update(connection, """
					INSERT INTO bank (id, name, index_bank, enabled_ratio, test_mode, state) VALUES (?, ?, ?, ?, ?, 'LIVE')
					ON CONFLICT (id) DO UPDATE SET name = excluded.name, enabled_ratio = excluded.enabled_ratio,
						test_mode = excluded.test_mode""", bank.id(), bank.name(), bank.indexName(), bank.enabledRatio(), bank.testMode());
			ChangeLog.append(connection, ChangeLog.Kind.BANK_UPDATED, bank.id(), null);
		}
	}

	/** Whether the bank of the index may be taken for a new bank. */
	public static boolean isFree(Connection connection, String indexName) throws SQLException {
		return Sql.number(connection, "SELECT count(*) FROM bank WHERE index_bank = ? AND state <> 'FREE'", indexName) == 0;
	}

	/** Renames a bank, sets its ratio and its test mode. */
	public static void update(Connection connection, Bank bank) throws SQLException {
		Sql.update(connection, "UPDATE bank SET name = ?, enabled_ratio = ?, test_mode = ? WHERE id = ?", bank.name(), bank.enabledRatio(),
				bank.testMode(), bank.id());
		ChangeLog.append(connection, ChangeLog.Kind.BANK_UPDATED, bank.id(), null);
	}

	/** Takes a bank out of sight; its records are still to be withdrawn. */
	public static void beginDeletion(Connection connection, long id) throws SQLException {
		Sql.update(connection, "UPDATE bank SET state = 'DELETING', name = NULL WHERE id = ?", id);
	}

	/** Forgets the contents of a bank whose records are withdrawn. */
	public static void finishDeletion(Connection connection, long id) throws SQLException {
		Sql.update(connection, "DELETE FROM record WHERE bank_id = ?", id);
		Sql.update(connection, "DELETE FROM content WHERE bank_id = ?", id);
		Sql.update(connection, "DELETE FROM quarantine WHERE bank_id = ?", id);
		Sql.update(connection, "UPDATE bank SET state = 'FREE' WHERE id = ?", id);
		ChangeLog.append(connection, ChangeLog.Kind.BANK_DELETED, id, null);
	}
}

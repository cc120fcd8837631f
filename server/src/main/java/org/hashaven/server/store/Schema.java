package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.hashaven.server.store.CatalogException.Reason;

/** The tables of the catalog. */
final class Schema {

	private static final int VERSION = 3;

	private static final String[] TABLES = {
			// index_bank is the bank's name in the index, which stays when the bank is renamed; 'free' ones may be taken for a new bank
			"""
					CREATE TABLE bank (
						id INTEGER PRIMARY KEY AUTOINCREMENT,
						name TEXT UNIQUE,
						index_bank TEXT NOT NULL UNIQUE,
						enabled_ratio REAL NOT NULL,
						state TEXT NOT NULL CHECK (state IN ('LIVE', 'DELETING', 'FREE')))""",
			// AUTOINCREMENT: the id of a withdrawn content is never given again
			"""
					CREATE TABLE content (
						id INTEGER PRIMARY KEY AUTOINCREMENT,
						bank_id INTEGER NOT NULL REFERENCES bank (id),
						state TEXT NOT NULL CHECK (state IN ('PENDING', 'LIVE', 'WITHDRAWING')),
						disable_until_ts INTEGER NOT NULL DEFAULT 1,
						note TEXT,
						metadata TEXT,
						md5 BLOB)""",
			"CREATE INDEX content_of_bank ON content (bank_id)",
			"CREATE INDEX content_with_md5 ON content (md5) WHERE md5 IS NOT NULL",
			"CREATE INDEX content_unsettled ON content (state) WHERE state <> 'LIVE'",
			// which records of the index belong to a content
			"""
					CREATE TABLE record (
						bank_id INTEGER NOT NULL REFERENCES bank (id),
						record_id TEXT NOT NULL,
						content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
						PRIMARY KEY (bank_id, record_id)) WITHOUT ROWID""",
			"CREATE INDEX record_of_content ON record (content_id)",
			"""
					CREATE TABLE change (
						seq INTEGER PRIMARY KEY AUTOINCREMENT,
						at INTEGER NOT NULL,
						kind TEXT NOT NULL,
						bank_id INTEGER NOT NULL,
						content_id INTEGER)""",
			"""
					CREATE TABLE audit (
						seq INTEGER PRIMARY KEY,
						at INTEGER NOT NULL,
						who TEXT NOT NULL,
						what TEXT NOT NULL,
						bank TEXT,
						content_id INTEGER,
						link BLOB NOT NULL)""",
			"CREATE TRIGGER audit_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END",
			"CREATE TRIGGER audit_not_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END",
			"""
					CREATE TABLE api_key (
						id INTEGER PRIMARY KEY AUTOINCREMENT,
						name TEXT NOT NULL UNIQUE,
						digest BLOB NOT NULL UNIQUE,
						roles TEXT NOT NULL,
						created_at INTEGER NOT NULL,
						expires_at INTEGER)""",
			"CREATE TABLE signal_type (name TEXT PRIMARY KEY, enabled_ratio REAL NOT NULL)"};

	/** What version 2 has in addition. */
	private static final String[] POLICY_TABLES = {
			"ALTER TABLE bank ADD COLUMN test_mode INTEGER NOT NULL DEFAULT 0",
			// of a withdrawn content, whose rows are gone
			"ALTER TABLE change ADD COLUMN record_id TEXT",
			"""
					CREATE TABLE quarantine (
						bank_id INTEGER NOT NULL REFERENCES bank (id),
						record_id TEXT NOT NULL,
						state TEXT NOT NULL CHECK (state IN ('HELD', 'RELEASED')),
						at INTEGER NOT NULL,
						uploads INTEGER NOT NULL,
						matched INTEGER NOT NULL,
						earlier_uploads INTEGER NOT NULL,
						earlier_matched INTEGER NOT NULL,
						PRIMARY KEY (bank_id, record_id)) WITHOUT ROWID""",
			// the counts behind the quarantine: how many of each stretch of uploads a record matched
			"CREATE TABLE traffic (stretch INTEGER PRIMARY KEY, uploads INTEGER NOT NULL)",
			"""
					CREATE TABLE traffic_match (
						stretch INTEGER NOT NULL REFERENCES traffic (stretch) ON DELETE CASCADE,
						bank_id INTEGER NOT NULL,
						record_id TEXT NOT NULL,
						matched INTEGER NOT NULL,
						PRIMARY KEY (stretch, bank_id, record_id)) WITHOUT ROWID""",
			"""
					CREATE TABLE decision (
						seq INTEGER PRIMARY KEY AUTOINCREMENT,
						at INTEGER NOT NULL,
						who TEXT NOT NULL,
						bank TEXT NOT NULL,
						record_id TEXT NOT NULL,
						content_id INTEGER NOT NULL,
						decision TEXT NOT NULL,
						reason TEXT,
						reference TEXT)"""};

	/** What version 3 has in addition. */
	private static final String[] EVENT_TABLES = {
			// whether a record that was in the index before the service got its number, rather than being newly listed
			"ALTER TABLE change ADD COLUMN adopted INTEGER NOT NULL DEFAULT 0",
			"""
					CREATE TABLE event (
						seq INTEGER PRIMARY KEY AUTOINCREMENT,
						at INTEGER NOT NULL,
						kind TEXT NOT NULL,
						bank_id INTEGER NOT NULL,
						content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
						record_id TEXT,
						reference TEXT,
						uploaded_at INTEGER NOT NULL,
						distance INTEGER)""",
			"CREATE INDEX event_of_content ON event (content_id)",
			"ALTER TABLE api_key ADD COLUMN requests_per_second INTEGER",
			"CREATE TABLE checkpoint (name TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID"};

	private Schema() {
	}

	/** Makes the tables where there are none. */
	static void apply(Connection connection) throws SQLException, CatalogException {
		long version = Sql.number(connection, "PRAGMA user_version");
		if (version > VERSION) {
			throw new CatalogException(Reason.NEWER);
		}
		if (version < VERSION) {
			Sql.execute(connection, "BEGIN IMMEDIATE");
			long found = Sql.number(connection, "PRAGMA user_version"); // another process may have been faster
			if (found < 1) {
				execute(connection, TABLES);
			}
			if (found < 2) {
				execute(connection, POLICY_TABLES);
			}
			if (found < VERSION) {
				execute(connection, EVENT_TABLES);
			}
			Sql.execute(connection, "PRAGMA user_version = " + VERSION);
			Sql.execute(connection, "COMMIT");
		}
	}

	private static void execute(Connection connection, String[] statements) throws SQLException {
		for (String statement : statements) {
			Sql.execute(connection, statement);
		}
	}
}

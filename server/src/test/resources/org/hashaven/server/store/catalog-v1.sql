-- A catalog of version 1, as commit 1e550dc made it, and some data. Statements end with a semicolon at the end of a line:
-- the links of the audit trail were computed apart from the code.
CREATE TABLE bank (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	name TEXT UNIQUE,
	index_bank TEXT NOT NULL UNIQUE,
	enabled_ratio REAL NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('LIVE', 'DELETING', 'FREE')));
CREATE TABLE content (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	bank_id INTEGER NOT NULL REFERENCES bank (id),
	state TEXT NOT NULL CHECK (state IN ('PENDING', 'LIVE', 'WITHDRAWING')),
	disable_until_ts INTEGER NOT NULL DEFAULT 1,
	note TEXT,
	metadata TEXT,
	md5 BLOB);
CREATE INDEX content_of_bank ON content (bank_id);
CREATE INDEX content_with_md5 ON content (md5) WHERE md5 IS NOT NULL;
CREATE INDEX content_unsettled ON content (state) WHERE state <> 'LIVE';
CREATE TABLE record (
	bank_id INTEGER NOT NULL REFERENCES bank (id),
	record_id TEXT NOT NULL,
	content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
	PRIMARY KEY (bank_id, record_id)) WITHOUT ROWID;
CREATE INDEX record_of_content ON record (content_id);
CREATE TABLE change (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL,
	kind TEXT NOT NULL,
	bank_id INTEGER NOT NULL,
	content_id INTEGER);
CREATE TABLE audit (
	seq INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	who TEXT NOT NULL,
	what TEXT NOT NULL,
	bank TEXT,
	content_id INTEGER,
	link BLOB NOT NULL);
CREATE TRIGGER audit_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_not_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TABLE api_key (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL UNIQUE,
	digest BLOB NOT NULL UNIQUE,
	roles TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	expires_at INTEGER);
CREATE TABLE signal_type (name TEXT PRIMARY KEY, enabled_ratio REAL NOT NULL);
INSERT INTO bank VALUES (1, 'HOTLINE', 'HOTLINE', 0.25, 'LIVE');
INSERT INTO bank VALUES (2, 'RENAMED', 'OLD_NAME', 1.0, 'LIVE');
INSERT INTO content VALUES (1, 1, 'LIVE', 1, 'first', '{"a":1}', NULL);
INSERT INTO content VALUES (2, 1, 'LIVE', 0, NULL, NULL, x'cab08b36195edb1a1231d2d09fa450e0');
INSERT INTO content VALUES (4, 2, 'WITHDRAWING', 1, NULL, NULL, NULL);
INSERT INTO record VALUES (1, '1', 1);
INSERT INTO record VALUES (1, '1.1', 1);
INSERT INTO record VALUES (2, 'theirs', 4);
INSERT INTO change VALUES (1, 1764000010, 'BANK_ADDED', 1, NULL);
INSERT INTO change VALUES (2, 1764000020, 'ADDED', 1, 1);
INSERT INTO change VALUES (3, 1764000030, 'ADDED', 1, 2);
INSERT INTO change VALUES (4, 1764000035, 'ADDED', 1, 3);
INSERT INTO change VALUES (5, 1764000040, 'WITHDRAWN', 1, 3);
INSERT INTO audit VALUES (1, 1764000000, 'local', 'key-created uploads hash,match', NULL, NULL, x'3170b8c9623c3252fee5b13b88713d613f3b0e0333b3da2279ddc62e414a987d');
INSERT INTO audit VALUES (2, 1764000010, 'curator', 'bank-added', 'HOTLINE', NULL, x'fb226fbec4b25c89eb2cde8ed570c1d53d31134ad25ca3fe3951bbdd709f38e6');
INSERT INTO audit VALUES (3, 1764000020, 'curator', 'content-added', 'HOTLINE', 1, x'18d3217a4ef497db81f85bbf238118083dad5f73af6203a342bf34334f8a15cb');
INSERT INTO audit VALUES (4, 1764000030, 'curator', 'content-added', 'HOTLINE', 2, x'1fb82ce357ee1ce37b234aae0a16c552ac32a04498cd8d792400248657f9d88c');
INSERT INTO audit VALUES (5, 1764000040, 'curator', 'content-withdrawn', 'HOTLINE', 3, x'cfa7c57cdd5fa0cf6f1e5aa32ee2cc573e443143377ddc3bc5b1b738d2640177');
INSERT INTO api_key VALUES (1, 'uploads', x'49a2a45939909a26e40bb443e2451f5eaef5066c66f5a627546abfa024b41f08', 'hash,match', 1764000000, 4102444800);
INSERT INTO signal_type VALUES ('video_md5', 0.5);
UPDATE sqlite_sequence SET seq = 9 WHERE name = 'content';
PRAGMA user_version = 1;

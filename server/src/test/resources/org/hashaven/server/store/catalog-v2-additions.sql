-- What a catalog of version 2 has beside that of version 1.
ALTER TABLE bank ADD COLUMN test_mode INTEGER NOT NULL DEFAULT 0;
ALTER TABLE change ADD COLUMN record_id TEXT;
CREATE TABLE quarantine (
	bank_id INTEGER NOT NULL REFERENCES bank (id),
	record_id TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('HELD', 'RELEASED')),
	at INTEGER NOT NULL,
	uploads INTEGER NOT NULL,
	matched INTEGER NOT NULL,
	earlier_uploads INTEGER NOT NULL,
	earlier_matched INTEGER NOT NULL,
	PRIMARY KEY (bank_id, record_id)) WITHOUT ROWID;
CREATE TABLE traffic (stretch INTEGER PRIMARY KEY, uploads INTEGER NOT NULL);
CREATE TABLE traffic_match (
	stretch INTEGER NOT NULL REFERENCES traffic (stretch) ON DELETE CASCADE,
	bank_id INTEGER NOT NULL,
	record_id TEXT NOT NULL,
	matched INTEGER NOT NULL,
	PRIMARY KEY (stretch, bank_id, record_id)) WITHOUT ROWID;
CREATE TABLE decision (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL,
	who TEXT NOT NULL,
	bank TEXT NOT NULL,
	record_id TEXT NOT NULL,
	content_id INTEGER NOT NULL,
	decision TEXT NOT NULL,
	reason TEXT,
	reference TEXT);
INSERT INTO quarantine VALUES(1,'1','HELD',1750000300,200,20,0,0);
INSERT INTO traffic VALUES(7,50);
INSERT INTO traffic_match VALUES(7,1,'1',5);
INSERT INTO decision VALUES(1,1750000400,'uploads','HOTLINE','1',1,'appealed','not me','ticket-1');
UPDATE bank SET test_mode = 1 WHERE id = 2;
PRAGMA user_version = 2;

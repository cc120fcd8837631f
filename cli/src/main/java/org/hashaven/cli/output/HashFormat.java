package org.hashaven.cli.output;

/** The form {@code haven hash} writes hashes in. */
public enum HashFormat {
	/** For people. */
	TEXT,
	/** A header line, then one line each; for spreadsheets and scripts. */
	CSV,
	/** One JSON object a line; {@code haven} puts videos together again from it. */
	JSONL,
	/** vPDQ's lines; for videos. */
	VPDQ
}

package org.hashaven.cli;

/** The form results are written in. */
enum OutputFormat {
	/** For people. */
	TEXT,
	/** A header line, then one line each; for spreadsheets and scripts. */
	CSV,
	/** One JSON object a line. */
	JSONL
}

package org.hashaven.cli.output;

/** The form results are written in. */
public enum OutputFormat {
	/** For people. */
	TEXT,
	/** A header line, then one line each; for spreadsheets and scripts. */
	CSV,
	/** One JSON object a line. */
	JSONL
}

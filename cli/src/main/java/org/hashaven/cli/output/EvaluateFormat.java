package org.hashaven.cli.output;

/** The form an evaluation is written in. */
public enum EvaluateFormat {
	/** For people. */
	TEXT,
	/** A header line, then one figure a line; for spreadsheets and scripts. */
	CSV,
	/** One page with charts, for a browser or the printer. */
	HTML
}

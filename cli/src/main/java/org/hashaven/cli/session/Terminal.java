package org.hashaven.cli.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind the two output streams.
 *
 * @param outIsTerminal
 *            whether a person reads the results as they come
 * @param errIsTerminal
 *            whether a person reads the messages as they come
 * @param columns
 *            width to write for
 * @param colour
 *            whether colours are welcome where there is a terminal
 */
public record Terminal(boolean outIsTerminal, boolean errIsTerminal, int columns, boolean colour) {

	private static final int DEFAULT_COLUMNS = 100;
	private static final int MIN_COLUMNS = 60;
	private static final int MAX_COLUMNS = 120;

	/**
	 * What the launcher found out and passed on; Java itself can tell only whether both ends are a terminal, and is asked when there is no
	 * word from the launcher.
	 */
	public static Terminal ofSystem(Map<String, String> environment) {
		boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty() && !environment.getOrDefault("TERM", "").equals("dumb");
		String said = System.getProperty("haven.terminal");
		if (said == null) {
			boolean both = Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
			return new Terminal(both, both, DEFAULT_COLUMNS, colour);
		}
		List<String> streams = List.of(said.split(",", -1));
		return new Terminal(streams.contains("out"), streams.contains("err"), columns(System.getProperty("haven.columns", "")), colour);
	}

	private static int columns(String said) {
		try {
			int columns = Integer.parseInt(said);
			return columns > 0 ? Math.clamp(columns, MIN_COLUMNS, MAX_COLUMNS) : DEFAULT_COLUMNS;
		} catch (NumberFormatException e) {
			return DEFAULT_COLUMNS;
		}
	}

	/** Whether results may be coloured. */
	public boolean colourOut() {
		return outIsTerminal && colour;
	}
}

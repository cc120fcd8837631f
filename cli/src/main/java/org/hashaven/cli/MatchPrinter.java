package org.hashaven.cli;

import java.util.Locale;
import org.hashaven.hash.RecordFormat;
import org.hashaven.index.Match;
import org.hashaven.index.MatchResult;
import org.hashaven.index.Purpose;

/** How {@code haven match} writes what it found. */
interface MatchPrinter {

	/** The printer of a format. */
	static MatchPrinter of(OutputFormat format, Session session) {
		return switch (format) {
			case TEXT -> new Text(session);
			case CSV -> new CommaSeparated(session.console());
			case JSONL -> new JsonLines(session.console());
		};
	}

	/** Writes what stands above the first line. */
	default void begin() {
	}

	/** Writes the answer to one query, nearest first. */
	void print(String query, MatchResult result);

	/** How a match was found: the same hash, or a similar one. */
	static String how(Match match) {
		return match.distanceBits() == 0 ? "identical" : "similar";
	}

	/** For people: each query with its matches below it, or the word that there are none. */
	final class Text implements MatchPrinter {

		private static final int INDENT = 4;

		private final Session session;

		Text(Session session) {
			this.session = session;
		}

		@Override
		public void print(String query, MatchResult result) {
			Texts texts = session.texts();
			String key = result.matches().isEmpty() ? "match.none" : "match.some";
			session.console().line(Paragraph.visible(query) + "  " + texts.get(key));
			for (Match match : result.matches()) {
				String what = texts.get(match.distanceBits() == 0 ? "match.identical" : "match.similar", match.distanceBits());
				String harmless = match.purpose() == Purpose.IGNORE ? "  " + texts.get("match.ignore") : "";
				session.console().line(" ".repeat(INDENT) + texts.get("match.line", match.id(), match.bank(), what) + harmless);
			}
			if (result.capped()) {
				session.console().line(" ".repeat(INDENT) + texts.get("match.capped"));
			}
		}
	}

	/** {@code query,id,bank,distance,how}: a line for each match, none for a query without. */
	final class CommaSeparated implements MatchPrinter {

		private final Console console;

		CommaSeparated(Console console) {
			this.console = console;
		}

		@Override
		public void begin() {
			console.line("query,id,bank,distance,how");
		}

		@Override
		public void print(String query, MatchResult result) {
			for (Match match : result.matches()) {
				console.line(
						RecordFormat.csvField(query) + "," + RecordFormat.csvField(match.id()) + "," + RecordFormat.csvField(match.bank())
								+ "," + match.distanceBits() + "," + how(match));
			}
		}
	}

	/** {@code {"query":…,"id":…,"bank":…,"distance":…,"how":…,"purpose":…}}: a line for each match, none for a query without. */
	final class JsonLines implements MatchPrinter {

		private final Console console;

		JsonLines(Console console) {
			this.console = console;
		}

		@Override
		public void print(String query, MatchResult result) {
			for (Match match : result.matches()) {
				console.line(new JsonLine().add("query", query).add("id", match.id()).add("bank", match.bank())
						.add("distance", match.distanceBits()).add("how", how(match))
						.add("purpose", match.purpose().name().toLowerCase(Locale.ROOT)).end());
			}
		}
	}
}

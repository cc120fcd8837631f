package org.hashaven.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.text.ErrorMessages;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.Seconds;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.cli.text.TransformText;
import org.hashaven.hash.record.RecordFormat;
import org.hashaven.index.MatchResult;
import org.hashaven.index.MatchedSpan;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.Purpose;
import org.hashaven.index.VideoMatch;

/** How {@code haven match} writes what it found. */
public interface MatchPrinter {

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

	/**
	 * Writes the answer to a photo or a hash, nearest first.
	 *
	 * @param sameFile
	 *            whether the very same file is in a list of MD5s: a match without record, bank and distance
	 */
	void printPhoto(String query, boolean sameFile, MatchResult<PhotoMatch> result);

	/** Writes the answer to a video, the most alike first. */
	void printVideo(String query, boolean sameFile, MatchResult<VideoMatch> result);

	/**
	 * Writes that a query could not be judged, or not all of it.
	 *
	 * @param why
	 *            a word: {@value #BUDGET} where its lookup would have cost more than it may, else of {@link ErrorMessages#word}
	 */
	void unjudged(String query, String why);

	/** In place of how a query was found. */
	String UNJUDGED = "unjudged";

	/** Why a lookup was not finished. */
	String BUDGET = "budget";

	/** How a file was found that is in a list of MD5s. */
	String SAME_FILE = "same-file";

	/** How a photo was found: the same hash, a similar one or several regions, and what had to be done to see it. */
	static String how(PhotoMatch match) {
		String found = switch (match.evidence()) {
			case PhotoMatch.Evidence.Hash hash -> hash.distanceBits() == 0 ? "identical" : "similar";
			case PhotoMatch.Evidence.Regions regions -> regions.heldBack() ? "held-back regions" : "regions";
		};
		return (found + " " + match.how().words()).strip();
	}

	/** What a video and what it matches have in common, in one word, and what had to be done to its pictures to see it. */
	static String how(VideoMatch match) {
		return (match.reason().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + match.how().words()).strip();
	}

	/** For people: each query with its matches below it, or the word that there are none. */
	final class Text implements MatchPrinter {

		private static final int INDENT = 4;

		private final Session session;

		Text(Session session) {
			this.session = session;
		}

		@Override
		public void printPhoto(String query, boolean sameFile, MatchResult<PhotoMatch> result) {
			Messages texts = session.texts();
			head(query, sameFile, result.matches(), result.complete());
			for (PhotoMatch match : result.matches()) {
				String seen = TransformText.of(match.how(), texts);
				String what = found(match.evidence()) + (seen.isEmpty() ? "" : ", " + seen);
				if (match.timeMs().isPresent()) {
					what += ", " + texts.get("match.still", Seconds.of(match.timeMs().getAsInt()));
				}
				line(INDENT, texts.get("match.line", match.id(), match.bank(), what) + harmless(match.purpose()));
				if (match.isHeldBack()) {
					line(2 * INDENT, texts.get("match.held"));
				}
			}
			if (result.capped()) {
				line(INDENT, texts.get("match.capped"));
			}
		}

		@Override
		public void printVideo(String query, boolean sameFile, MatchResult<VideoMatch> result) {
			Messages texts = session.texts();
			head(query, sameFile, result.matches(), true);
			for (VideoMatch match : result.matches()) {
				String seen = TransformText.of(match.how(), texts);
				String why = texts.get("match.video." + match.reason(), Math.round(100 * match.queryShare()),
						Math.round(100 * match.mediaShare())) + (seen.isEmpty() ? "" : ", " + seen);
				line(INDENT, texts.get("match.line", match.id(), match.bank(), why) + harmless(match.purpose()));
				for (MatchedSpan span : match.spans()) {
					line(2 * INDENT, span(match, span));
				}
			}
			if (result.capped()) {
				line(INDENT, texts.get("match.capped"));
			}
		}

		/** Why is said beside the list of answers, in words. */
		@Override
		public void unjudged(String query, String why) {
			line(0, TextLayout.visible(query) + "  " + session.texts().get("match.open"));
		}

		private void head(String query, boolean sameFile, List<?> matches, boolean complete) {
			String none = complete ? "match.none" : "match.unjudged";
			String key = matches.isEmpty() && !sameFile ? none : "match.some";
			line(0, TextLayout.visible(query) + "  " + session.texts().get(key));
			if (sameFile) {
				line(INDENT, session.texts().get("match.same"));
			}
		}

		private String found(PhotoMatch.Evidence evidence) {
			Messages texts = session.texts();
			return switch (evidence) {
				case PhotoMatch.Evidence.Hash hash -> hash.distanceBits() == 0
						? texts.get("match.identical")
						: texts.get("match.similar", hash.distanceBits());
				case PhotoMatch.Evidence.Regions regions -> texts.get("match.regions", regions.count(), regions.shownPercent());
			};
		}

		private String span(VideoMatch match, MatchedSpan span) {
			String from = Seconds.of(span.queryFromMs());
			String to = Seconds.of(span.queryToMs());
			return match.reason() == VideoMatch.Reason.PHOTO
					? session.texts().get("match.span.photo", from)
					: session.texts().get("match.span", from, to, Seconds.of(span.mediaFromMs()), Seconds.of(span.mediaToMs()));
		}

		private String harmless(Purpose purpose) {
			return purpose == Purpose.IGNORE ? "  " + session.texts().get("match.ignore") : "";
		}

		private void line(int indent, String text) {
			session.console().line(" ".repeat(indent) + text);
		}
	}

	/**
	 * {@code query,id,bank,distance,how}: a line for each match, none for a query without; videos, and photos found by their regions, have
	 * no distance, the same file has neither id nor bank nor distance. What could not be judged has a line with {@value #UNJUDGED} and why.
	 */
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
		public void printPhoto(String query, boolean sameFile, MatchResult<PhotoMatch> result) {
			sameFile(query, sameFile);
			for (PhotoMatch match : result.matches()) {
				String distance = match.evidence() instanceof PhotoMatch.Evidence.Hash hash ? Integer.toString(hash.distanceBits()) : "";
				line(query, match.id(), match.bank(), distance, how(match));
			}
			if (!result.complete()) {
				unjudged(query, BUDGET);
			}
		}

		@Override
		public void printVideo(String query, boolean sameFile, MatchResult<VideoMatch> result) {
			sameFile(query, sameFile);
			for (VideoMatch match : result.matches()) {
				line(query, match.id(), match.bank(), "", how(match));
			}
		}

		@Override
		public void unjudged(String query, String why) {
			line(query, "", "", "", UNJUDGED + " " + why);
		}

		private void sameFile(String query, boolean sameFile) {
			if (sameFile) {
				line(query, "", "", "", SAME_FILE);
			}
		}

		private void line(String... fields) {
			console.line(Stream.of(fields).map(RecordFormat::csvField).collect(Collectors.joining(",")));
		}
	}

	/**
	 * {@code {"query":…,"id":…,"bank":…,"distance":…,"how":…,"purpose":…}}, in a video with {@code ms}: a line for each match, none for a
	 * query without. A photo found by its regions has {@code regions}, how many, and {@code shown_percent} in place of the distance. Of a
	 * video a line for each stretch that matches: shares of both in percent and times in milliseconds in place of the distance. The same
	 * file has neither id nor bank nor distance. What could not be judged has {@code {"query":…,"unjudged":why}}.
	 */
	final class JsonLines implements MatchPrinter {

		private final Console console;

		JsonLines(Console console) {
			this.console = console;
		}

		@Override
		public void printPhoto(String query, boolean sameFile, MatchResult<PhotoMatch> result) {
			sameFile(query, sameFile);
			for (PhotoMatch match : result.matches()) {
				JsonLine line = new JsonLine().add("query", query).add("id", match.id()).add("bank", match.bank());
				switch (match.evidence()) {
					case PhotoMatch.Evidence.Hash hash -> line.add("distance", hash.distanceBits());
					case PhotoMatch.Evidence.Regions regions -> line.add("regions", regions.count()).add("shown_percent",
							regions.shownPercent()).add("whole_distance", regions.wholeDistanceBits()).add("held_back", regions.heldBack());
				}
				line.add("how", how(match)).add("purpose", word(match.purpose()));
				match.timeMs().ifPresent(timeMs -> line.add("ms", timeMs));
				console.line(line.end());
			}
			if (!result.complete()) {
				unjudged(query, BUDGET);
			}
		}

		@Override
		public void printVideo(String query, boolean sameFile, MatchResult<VideoMatch> result) {
			sameFile(query, sameFile);
			for (VideoMatch match : result.matches()) {
				for (MatchedSpan span : match.spans()) {
					console.line(new JsonLine().add("query", query).add("id", match.id()).add("bank", match.bank()).add("how", how(match))
							.add("purpose", word(match.purpose())).add("query_percent", (int) Math.round(100 * match.queryShare()))
							.add("media_percent", (int) Math.round(100 * match.mediaShare())).add("query_from_ms", span.queryFromMs())
							.add("query_to_ms", span.queryToMs()).add("media_from_ms", span.mediaFromMs())
							.add("media_to_ms", span.mediaToMs()).end());
				}
			}
		}

		@Override
		public void unjudged(String query, String why) {
			console.line(new JsonLine().add("query", query).add(UNJUDGED, why).end());
		}

		private void sameFile(String query, boolean sameFile) {
			if (sameFile) {
				console.line(new JsonLine().add("query", query).add("how", SAME_FILE).add("purpose", word(Purpose.BLOCK)).end());
			}
		}

		private static String word(Purpose purpose) {
			return purpose.name().toLowerCase(Locale.ROOT);
		}
	}
}

package org.hashaven.cli.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hashaven.cli.evaluate.Histogram;
import org.hashaven.cli.evaluate.LatencySamples;
import org.hashaven.cli.evaluate.Proportion;
import org.hashaven.cli.evaluate.Results;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.hash.Hash256;
import org.hashaven.samples.distortions.Family;

/** An evaluation as aligned columns for a terminal. */
public final class EvaluateText {

	private static final int NAME_COLUMNS = 28;
	private static final int SHARE_COLUMNS = 20;
	private static final int BIN_BITS = 16;
	private static final int BAR_COLUMNS = 30;

	/** By what the last engine finds least, what all engines find alike by the one before it. */
	private static final Comparator<Results.Row> WORST_FIRST = (a, b) -> {
		int order = 0;
		for (int engine = a.found().size() - 1; engine >= 0 && order == 0; engine--) {
			order = Double.compare(a.found().get(engine).percent(), b.found().get(engine).percent());
		}
		return order;
	};

	private final Results results;
	private final Messages texts;
	private final Console console;

	public EvaluateText(Results results, Session session) {
		this.results = results;
		this.texts = session.texts();
		this.console = session.console();
	}

	/**
	 * Prints all of it.
	 *
	 * @param worstFirst
	 *            whether distortions come in the order of what was found of them, not by family
	 */
	public void print(boolean worstFirst) {
		paragraph(texts.get("evaluate.summary", number(results.photos()), number(results.leftOut()), number(results.lookups()),
				number(results.settings().strangers()), results.settings().seed()));
		families();
		distortions(worstFirst);
		falseMatches();
		distances();
		costs();
	}

	private void families() {
		heading("evaluate.families");
		StringBuilder head = new StringBuilder(TextLayout.pad("", NAME_COLUMNS));
		for (String engine : results.engines()) {
			head.append(TextLayout.pad(texts.get("evaluate.engine." + engine), 2 * SHARE_COLUMNS));
		}
		console.line(head.toString().stripTrailing());
		StringBuilder second = new StringBuilder(TextLayout.pad("", NAME_COLUMNS));
		for (int i = 0; i < results.engines().size(); i++) {
			second.append(TextLayout.pad(texts.get("evaluate.fixed"), SHARE_COLUMNS))
					.append(TextLayout.pad(texts.get("evaluate.drawn"), SHARE_COLUMNS));
		}
		console.line(second.toString().stripTrailing());
		for (Family family : results.families()) {
			StringBuilder line = new StringBuilder(TextLayout.pad("  " + family.word(), NAME_COLUMNS));
			for (int engine = 0; engine < results.engines().size(); engine++) {
				line.append(TextLayout.pad(share(results.found(family, engine, false)), SHARE_COLUMNS));
				line.append(TextLayout.pad(share(results.found(family, engine, true)), SHARE_COLUMNS));
			}
			console.line(line.append(texts.get("evaluate.family." + family.word())));
		}
	}

	private void distortions(boolean worstFirst) {
		heading("evaluate.distortions");
		StringBuilder head = new StringBuilder(TextLayout.pad("", NAME_COLUMNS));
		for (String engine : results.engines()) {
			head.append(TextLayout.pad(texts.get("evaluate.engine." + engine), SHARE_COLUMNS));
		}
		console.line(head.append(texts.get("evaluate.distance")));
		List<Results.Row> rows = new ArrayList<>(results.rows());
		if (worstFirst) {
			rows.sort(WORST_FIRST);
		}
		for (Results.Row row : rows) {
			String name = row.trial().isDrawn() ? texts.get("evaluate.drawn.of", row.trial().name()) : row.trial().name();
			StringBuilder line = new StringBuilder(TextLayout.pad("  " + name, NAME_COLUMNS));
			for (Proportion share : row.found()) {
				line.append(TextLayout.pad(share(share), SHARE_COLUMNS));
			}
			Histogram distances = row.distances();
			line.append(String.format(Locale.ROOT, "%3d  (%d..%d)", distances.quantile(0.5), distances.quantile(0.1),
					distances.quantile(0.9)));
			if (row.plain().part() > 0) {
				line.append("  ").append(texts.get("evaluate.plain", EvaluateCharts.percent(row.plain())));
			}
			console.line(line);
		}
		paragraph(texts.get("evaluate.plain.meaning"));
	}

	/** Percent, and in brackets what it may be. */
	private static String share(Proportion share) {
		if (share.whole() == 0) {
			return "    -";
		}
		return String.format(Locale.ROOT, "%5.1f%% (%.0f..%.0f)", share.percent(), share.leastPercent(), share.mostPercent());
	}

	private void falseMatches() {
		heading("evaluate.false");
		for (int i = 0; i < results.engines().size(); i++) {
			String engine = texts.get("evaluate.engine." + results.engines().get(i));
			falseMatches("evaluate.false.photos", engine, results.falsePhotos().get(i), results.pairs());
			falseMatches("evaluate.false.strangers", engine, results.falseStrangers().get(i), results.strangerPairs());
		}
		paragraph(texts.get("evaluate.false.meaning"));
	}

	private void falseMatches(String key, String engine, long matches, long pairs) {
		String text = matches == 0
				? texts.get(key + ".none", engine, number(pairs))
				: texts.get(key, engine, number(matches), number(pairs));
		console.line("  " + text);
	}

	private void distances() {
		heading("evaluate.distances");
		Histogram own = results.own();
		Histogram others = results.others();
		console.line("  " + TextLayout.pad(texts.get("evaluate.bits"), 12) + TextLayout.pad(texts.get("evaluate.own"), BAR_COLUMNS + 10)
				+ texts.get("evaluate.others"));
		for (int from = 0; from < Hash256.BITS; from += BIN_BITS) {
			String bits = String.format(Locale.ROOT, "%3d..%-3d", from, from + BIN_BITS - 1);
			console.line(("  " + TextLayout.pad(bits, 12) + bar(own, from) + bar(others, from)).stripTrailing());
		}
		console.line("  " + nearest(others, texts));
	}

	/** How far the nearest other photo is away. */
	public static String nearest(Histogram others, Messages texts) {
		return others.total() == 0 ? texts.get("evaluate.nearest.none") : texts.get("evaluate.nearest", others.least());
	}

	private static String bar(Histogram histogram, int from) {
		long count = histogram.within(Math.min(from + BIN_BITS - 1, Hash256.BITS)) - (from == 0 ? 0 : histogram.within(from - 1));
		double part = histogram.total() == 0 ? 0 : (double) count / histogram.total();
		int columns = count == 0 ? 0 : (int) Math.max(1, Math.round(part * BAR_COLUMNS));
		String percent = count == 0 ? "" : String.format(Locale.ROOT, " %.1f%%", 100 * part);
		return TextLayout.pad("█".repeat(columns) + percent, BAR_COLUMNS + 10);
	}

	private void costs() {
		heading("evaluate.cost");
		for (int i = 0; i < results.engines().size(); i++) {
			LatencySamples costs = results.costs().get(i);
			console.line("  " + texts.get("evaluate.cost.line", texts.get("evaluate.engine." + results.engines().get(i)),
					milliseconds(costs.quantileMs(0.5)), milliseconds(costs.quantileMs(0.99)), costs.count(),
					String.format(Locale.ROOT, "%.1f", results.views().get(i))));
		}
		paragraph(texts.get("evaluate.cost.meaning"));
	}

	/** Three digits that count. */
	public static String milliseconds(double time) {
		return String.format(Locale.ROOT, time < 1 ? "%.3f" : time < 10 ? "%.2f" : "%.1f", time);
	}

	/** With commas between thousands. */
	public static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	private void heading(String key) {
		console.line("");
		console.line(texts.get(key));
	}

	private void paragraph(String text) {
		console.line(TextLayout.wrap(text, console.terminal().columns()));
	}
}

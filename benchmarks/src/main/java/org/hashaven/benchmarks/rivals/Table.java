package org.hashaven.benchmarks.rivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hashaven.benchmarks.search.Percentile;

/** The figures of one run as a table, a line a rival, with ratios to the first. */
final class Table {

	private static final String HEADER = "%-24s%10s%10s%10s%11s%11s%9s%12s%9s%9s%9s".formatted("", "build s", "bytes/rec", "open ms",
			"median µs", "p99 µs", "× ours", "together/s", "lookups", "matches", "missed");

	private static final String NOTE = "bytes/rec: Faiss's in memory, the others' on disk, ours with row numbers as ids and durable; "
			+ "× ours: medians; matches: in all answers compared";

	private final Figures figures;

	Table(Figures figures) {
		this.figures = figures;
	}

	/** The lines of the table. */
	List<String> lines(List<String> rivals) {
		List<String> lines = new ArrayList<>(List.of(HEADER));
		for (String rival : rivals) {
			double ratio = figures.get(rival, Figures.MEDIAN_MICROSECONDS) / figures.get(rivals.getFirst(), Figures.MEDIAN_MICROSECONDS);
			lines.add("%-24s".formatted(rival) + number(figures.get(rival, Figures.BUILD_SECONDS), 10, 1)
					+ number(figures.get(rival, Figures.BYTES_A_RECORD), 10, 1) + number(figures.get(rival, Figures.OPEN_MS), 10, 1)
					+ number(figures.get(rival, Figures.MEDIAN_MICROSECONDS), 11, 1)
					+ number(figures.get(rival, Figures.P99_MICROSECONDS), 11, 1) + number(ratio, 9, 1)
					+ number(together(rival), 12, 0) + number(figures.get(rival, Figures.LOOKUPS), 9, 0)
					+ number(figures.get(rival, Figures.MATCHES), 9, 0) + number(figures.get(rival, Figures.MISSED), 9, 0));
		}
		lines.add(NOTE);
		return lines;
	}

	/** The median of the rounds. */
	private double together(String rival) {
		double[] rounds = figures.rounds(rival, Figures.TOGETHER_A_SECOND);
		return rounds.length == 0 ? Double.NaN : Percentile.median(rounds);
	}

	private static String number(double value, int width, int decimals) {
		String text = Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
		return " ".repeat(Math.max(1, width - text.length())) + text;
	}
}

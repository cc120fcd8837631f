package org.hashaven.benchmarks.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashaven.hash.query.PhotoView.Transform;
import org.jspecify.annotations.Nullable;

/** What came of all lookups; filled by several threads. */
final class ViewTally {

	/** One line of the report. */
	private static final class Row {

		private int uploads;
		private int plain;
		private int found;
		private final Map<String, Integer> parts = new TreeMap<>();
		private final List<String> missed = new ArrayList<>();
	}

	private static final double NANOS_IN_MS = 1e6;

	private final Map<String, Row> rows = new LinkedHashMap<>();
	private final List<String> wrong = new ArrayList<>();
	private final Map<Integer, Integer> finders = new TreeMap<>();
	private long uploads;
	private long views;
	private int mostViews;
	private long nanos;

	/** Makes room for a row, in the order of the report. */
	synchronized void begin(String name) {
		rows.computeIfAbsent(name, any -> new Row());
	}

	/**
	 * Takes one lookup.
	 *
	 * @param finder
	 *            the first view that found the photograph; below 0 when none did
	 */
	synchronized void take(String name, String upload, int finder, @Nullable Transform how, int wrongMatches, int viewCount,
			long tookNanos) {
		Row row = rows.computeIfAbsent(name, any -> new Row());
		row.uploads++;
		row.plain += finder == 0 ? 1 : 0;
		row.found += finder >= 0 ? 1 : 0;
		if (how == null) {
			row.missed.add(upload);
		} else {
			row.parts.merge(how.part() + (how.degrees() != 0 ? "-tilted" : ""), 1, Integer::sum);
			finders.merge(finder, 1, Integer::sum);
		}
		if (wrongMatches > 0) {
			wrong.add(upload);
		}
		uploads++;
		views += viewCount;
		mostViews = Math.max(mostViews, viewCount);
		nanos += tookNanos;
	}

	/** Uploads that a view matched with another photograph. */
	synchronized int wrong() {
		return wrong.size();
	}

	/** Says it all; what was missed and which views found with {@code -Dmissed=true} and {@code -Dfinders=true}. */
	synchronized void print() {
		System.out.printf("%-28s %7s %6s %6s  %s%n", "done to it", "uploads", "plain", "views", "found by");
		for (Map.Entry<String, Row> entry : rows.entrySet()) {
			Row row = entry.getValue();
			System.out.printf("%-28s %7d %6.1f %6.1f  %s%n", entry.getKey(), row.uploads, 100.0 * row.plain / row.uploads,
					100.0 * row.found / row.uploads, row.parts);
			if (Boolean.getBoolean("missed")) {
				row.missed.stream().sorted().forEach(each -> System.out.println("      " + each));
			}
		}
		System.out.printf("%d uploads, false matches in %d %s; %.1f views each, at most %d; %.2f ms each for all%n", uploads, wrong.size(),
				wrong,
				(double) views / uploads, mostViews, nanos / NANOS_IN_MS / uploads);
		if (Boolean.getBoolean("finders")) {
			System.out.println(finders);
		}
	}
}

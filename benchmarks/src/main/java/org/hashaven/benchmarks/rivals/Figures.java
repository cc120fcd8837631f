package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hashaven.testdata.hashes.HashPopulation;

/** What was measured at one size, one line a figure: {@code kind,records,rival,figure,round,value}. */
final class Figures {

	/** Seconds from the file to an index that answers. */
	static final String BUILD_SECONDS = "build_s";
	/** Bytes on the disk, or in memory for who lives there, divided by the records. */
	static final String BYTES_A_RECORD = "bytes_a_record";
	/** Time to open an index that is on the disk. */
	static final String OPEN_MS = "open_ms";
	/** Number of lookups made one by one. */
	static final String LOOKUPS = "lookups";
	/** Time of a lookup, one at a time. */
	static final String MEDIAN_MICROSECONDS = "median_us";
	/** The slowest in a hundred. */
	static final String P99_MICROSECONDS = "p99_us";
	/** Lookups a second, made together on all cores. */
	static final String TOGETHER_A_SECOND = "together_per_s";
	/** Answers compared, to lookups one by one and together. */
	static final String COMPARED = "compared";
	/** Matches there are in the answers compared. */
	static final String MATCHES = "matches";
	/** Those it did not give. */
	static final String MISSED = "missed";

	/** The round of figures that hold for all rounds. */
	static final int ALL_ROUNDS = 0;

	private static final String HEADER = "kind,records,rival,figure,round,value";

	/** A figure. */
	record Figure(String kind, int records, String rival, String name, int round, double value) {

		private String line() {
			return String.format(Locale.ROOT, "%s,%d,%s,%s,%d,%.6g", kind, records, rival, name, round, value);
		}

		private static Figure of(String line) {
			String[] cells = line.split(",", -1);
			return new Figure(cells[0], Integer.parseInt(cells[1]), cells[2], cells[3], Integer.parseInt(cells[4]),
					Double.parseDouble(cells[5]));
		}
	}

	private final HashPopulation.Kind kind;
	private final int records;
	private final List<Figure> figures = new ArrayList<>();

	Figures(HashPopulation.Kind kind, int records) {
		this.kind = kind;
		this.records = records;
	}

	/** Adds a figure that holds for all rounds. */
	void put(String rival, String figure, double value) {
		put(rival, figure, ALL_ROUNDS, value);
	}

	/** Adds a figure of one round, from 1. */
	void put(String rival, String figure, int round, double value) {
		figures.add(new Figure(kind.name(), records, rival, figure, round, value));
	}

	/** A figure that holds for all rounds; not a number when there is none. */
	double get(String rival, String figure) {
		double[] values = values(rival, figure).filter(f -> f.round == ALL_ROUNDS).mapToDouble(Figure::value).toArray();
		return values.length == 0 ? Double.NaN : values[0];
	}

	/** A figure of each round. */
	double[] rounds(String rival, String figure) {
		return values(rival, figure).filter(f -> f.round != ALL_ROUNDS).mapToDouble(Figure::value).toArray();
	}

	private Stream<Figure> values(String rival, String figure) {
		return figures.stream().filter(f -> f.rival.equals(rival) && f.name.equals(figure));
	}

	/** The figures as lines under a header. */
	List<String> lines() {
		List<String> lines = new ArrayList<>(List.of(HEADER));
		figures.forEach(figure -> lines.add(figure.line()));
		return lines;
	}

	/** The figures of a file. */
	static List<Figure> read(Path file) throws IOException {
		return Files.readAllLines(file).stream().skip(1).map(Figure::of).toList();
	}

	/** Seconds since an instant of {@link System#nanoTime}. */
	static double secondsSince(long startNanos) {
		return (System.nanoTime() - startNanos) / 1e9;
	}
}

package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * The figures of a full-size index, made through the library: durable adds a second, bytes a record, time to open, time to look up, and the
 * edges of the radius against the oracle. Stops at the first wrong answer.
 *
 * <pre>
 * MillionRecords [records [batch [KIND]]]          1000000 1000 UNIFORM
 * </pre>
 */
public final class MillionRecords {

	private static final int QUERIES = 4_000;
	private static final int ORACLE_QUERIES = 40;
	private static final int[] EDGE_RADII = {0, 1, 2, 16, 30, 31, 32, 48, 63, 64};
	private static final int EDGE_ROUNDS = 10;
	private static final long SEED = 20;

	private final HashPopulation population;
	private final Answers answers;
	private final int batchSize;

	private MillionRecords(HashPopulation population, int batchSize) {
		this.population = population;
		this.answers = new Answers(population);
		this.batchSize = batchSize;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int records = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
		int batchSize = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
		HashPopulation.Kind kind = args.length > 2 ? HashPopulation.Kind.valueOf(args[2]) : HashPopulation.Kind.UNIFORM;
		Path folder = Files.createTempDirectory("million-records");
		try {
			say("%,d records, %s, batches of %,d".formatted(records, kind, batchSize));
			new MillionRecords(HashPopulation.of(kind, records, SEED), batchSize).run(folder.resolve("index"));
		} finally {
			delete(folder);
		}
	}

	private void run(Path folder) throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			add(index);
			lookUp(index, "as written");
			long start = System.nanoTime();
			index.compact();
			say("compact: %.1f s".formatted(seconds(start)));
			say(index.stats());
		}
		open(folder);
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			lookUp(index, "compacted");
			edges(index);
			long start = System.nanoTime();
			Answers.require(index.verify().clean(), "verify found faults");
			say("verify: clean in %.1f s".formatted(seconds(start)));
		}
	}

	private void add(HashIndex index) throws IOException {
		long start = System.nanoTime();
		Populated.fill(index, population, batchSize, answers::number);
		say("durable adds, one thread: %,.0f records/s".formatted(population.size() / seconds(start)));
		say(index.stats());
	}

	private void say(IndexStats stats) {
		Answers.require(stats.records() == population.size(), stats.records() + " records");
		say("on disk: %.1f bytes a record in %d segments".formatted((double) stats.sizeBytes() / stats.records(), stats.segments()));
	}

	private static void open(Path folder) throws IOException {
		double[] milliseconds = new double[11];
		for (int i = 0; i < milliseconds.length; i++) {
			long start = System.nanoTime();
			try (HashIndex index = HashIndex.open(folder)) {
				milliseconds[i] = seconds(start) * 1e3;
				Answers.require(!index.banks().isEmpty(), "no banks");
			}
		}
		say("open for writing: median %.1f ms".formatted(Percentile.median(milliseconds)));
	}

	private void lookUp(HashIndex index, String state) throws IOException {
		Queries queries = new Queries(population, QUERIES, SEED + 1);
		for (int query = 0; query < ORACLE_QUERIES; query++) {
			answers.requireEqual(index.match(queries.hash(query), MatchOptions.DEFAULT), answers.expected(queries.hash(query), 31));
		}
		double[] microseconds = new double[QUERIES];
		for (int round = 0; round < 2; round++) { // the first warms up
			for (int query = 0; query < QUERIES; query++) {
				Hash256 hash = queries.hash(query);
				long start = System.nanoTime();
				MatchResult<HashMatch> answer = index.match(hash, MatchOptions.DEFAULT);
				microseconds[query] = seconds(start) * 1e6;
				answers.requirePlanted(answer, queries, query);
			}
		}
		say("match, radius 31, %s, one thread: median %,.0f µs, p99 %,.0f µs; %d answers whole and %d plants asserted".formatted(state,
				Percentile.median(microseconds), Percentile.of(microseconds, 99), ORACLE_QUERIES, QUERIES / 2));
	}

	/** Plants queries on both sides of each radius and holds the whole answer to the oracle's. */
	private void edges(HashIndex index) throws IOException {
		SplittableRandom random = new SplittableRandom(SEED + 2);
		int asked = 0;
		for (int round = 0; round < EDGE_ROUNDS; round++) {
			for (int radius : EDGE_RADII) {
				for (int distanceBits : IntStream.of(radius - 1, radius, radius + 1).filter(d -> d >= 0).toArray()) {
					int row = random.nextInt(population.size());
					Hash256 query = Queries.of(HashPopulation.near(population.hash(row), distanceBits, random));
					MatchOptions options = MatchOptions.DEFAULT.withRadius(radius).withResultCap(population.size());
					List<String> expected = answers.expected(query, radius);
					answers.requireEqual(index.match(query, options), expected);
					Answers.require(expected.contains(row + " at " + distanceBits) == (distanceBits <= radius), "the oracle is wrong");
					asked++;
				}
			}
		}
		say("edges r-1, r, r+1 at radii %s: %d answers equal to the oracle's".formatted(Arrays.toString(EDGE_RADII), asked));
	}

	private static double seconds(long startNanos) {
		return (System.nanoTime() - startNanos) / 1e9;
	}

	private static void say(String line) {
		System.out.println(line);
	}

	/** Deletes a folder and all in it. */
	public static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}

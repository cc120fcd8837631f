package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hashaven.hash.Hash256;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.testdata.hashes.HashPopulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One lookup at radius 31, through the library, and beside it a plain scan of all four words of every hash in arrays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx4g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SearchBenchmark {

	private static final int QUERIES = 64;
	private static final int RADIUS = 31;
	private static final long SEED = 20;

	/** Number of hashes. */
	@Param({"100000", "1000000"})
	int size;

	/** Their shape. */
	@Param({"UNIFORM", "CLUSTERED"})
	HashPopulation.Kind kind = HashPopulation.Kind.UNIFORM;

	private HashPopulation population;
	private Queries queries;
	private int[] expected;
	private Path folder;
	private HashIndex index;
	private int next;

	/** Makes the index, and asks the plain scan for the number of matches of each query. */
	@Setup
	public void make() throws IOException {
		population = HashPopulation.of(kind, size, SEED);
		queries = new Queries(population, QUERIES, SEED + 1);
		expected = new int[QUERIES];
		for (int query = 0; query < QUERIES; query++) {
			expected[query] = countWithin(queries.hash(query));
		}
		folder = Files.createTempDirectory("search-benchmark");
		index = HashIndex.create(folder.resolve("index"));
		Populated.fill(index, population, 100_000, ids -> {
		});
		index.compact();
	}

	/** Takes the index away. */
	@TearDown
	public void delete() throws IOException {
		index.close();
		MillionRecords.delete(folder);
	}

	/** A lookup through the library. */
	@Benchmark
	public int match() throws IOException {
		int query = nextQuery();
		MatchOptions options = MatchOptions.DEFAULT.withRadius(RADIUS).withResultCap(size);
		return check(query, index.match(queries.hash(query), options).matches().size());
	}

	/** The plain scan: the oracle. */
	@Benchmark
	public int plainScan() {
		int query = nextQuery();
		return check(query, countWithin(queries.hash(query)));
	}

	private int nextQuery() {
		next = (next + 1) % QUERIES;
		return next;
	}

	private int check(int query, int found) {
		Answers.require(found == expected[query], found + " matches, not " + expected[query]);
		return found;
	}

	private int countWithin(Hash256 query) {
		long[] column0 = population.column(0);
		long[] column1 = population.column(1);
		long[] column2 = population.column(2);
		long[] column3 = population.column(3);
		int count = 0;
		for (int row = 0; row < column0.length; row++) {
			int distanceBits = Long.bitCount(column0[row] ^ query.word(0)) + Long.bitCount(column1[row] ^ query.word(1))
					+ Long.bitCount(column2[row] ^ query.word(2)) + Long.bitCount(column3[row] ^ query.word(3));
			count += distanceBits <= RADIUS ? 1 : 0;
		}
		return count;
	}
}

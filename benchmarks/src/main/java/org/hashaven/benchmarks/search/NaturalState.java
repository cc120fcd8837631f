package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * Lookups in an index as it is in service: in the segments that adding has left, while a writer goes on adding and withdrawing and Lucene
 * merges. Each planted record must be found.
 *
 * <pre>
 * NaturalState [records [seconds [adds a second [KIND]]]]          10000000 60 2000 UNIFORM
 * </pre>
 */
public final class NaturalState {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int BATCH = 20_000;
	private static final int LIVE_BATCH = 100;
	private static final int QUERIES = 4_000;
	private static final long SEED = 20;
	private static final int MAX_LOOKUPS = 10_000_000;

	private NaturalState() {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int records = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
		int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
		int addsASecond = args.length > 2 ? Integer.parseInt(args[2]) : 2_000;
		HashPopulation.Kind kind = args.length > 3 ? HashPopulation.Kind.valueOf(args[3]) : HashPopulation.Kind.UNIFORM;
		Path folder = Files.createTempDirectory("natural-state");
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			HashPopulation population = HashPopulation.of(kind, records, SEED);
			Populated.fill(index, population, BATCH, ids -> {
			});
			say(index.stats(), "filled");
			lookUp(index, new Queries(population, QUERIES, SEED + 1), seconds, addsASecond);
		} finally {
			MillionRecords.delete(folder);
		}
	}

	private static void lookUp(HashIndex index, Queries queries, int seconds, int addsASecond) throws IOException, InterruptedException {
		AtomicBoolean done = new AtomicBoolean();
		AtomicReference<Exception> fault = new AtomicReference<>();
		Thread writer = Thread.ofPlatform().start(() -> {
			try {
				write(index, addsASecond, done);
			} catch (IOException | InterruptedException e) {
				fault.set(e);
			}
		});
		double[] microseconds = new double[MAX_LOOKUPS];
		int lookups = 0;
		long segments = 0;
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		for (int round = 0; System.nanoTime() < end && lookups < MAX_LOOKUPS; round++) {
			int query = round % QUERIES;
			long start = System.nanoTime();
			MatchResult<HashMatch> answer = index.match(queries.hash(query), MatchOptions.DEFAULT);
			double took = (System.nanoTime() - start) / 1e3;
			if (queries.row(query) != Queries.NOWHERE) {
				int distanceBits = queries.distanceBits(query);
				Answers.require(answer.matches().stream().anyMatch(match -> match.distanceBits() == distanceBits), "a plant was missed");
			}
			if (round >= QUERIES) { // the first round warms up
				microseconds[lookups++] = took;
				segments += answer.stats().search().segments();
			}
		}
		done.set(true);
		writer.join();
		Answers.require(fault.get() == null, "the writer failed: " + fault.get());
		double[] taken = Arrays.copyOf(microseconds, lookups);
		System.out.println("%,d lookups beside a writer of %,d adds/s: median %,.0f µs, p99 %,.0f µs, p99.9 %,.0f µs, %.1f segments"
				.formatted(lookups, addsASecond, Percentile.median(taken), Percentile.of(taken, 99),
						Percentile.of(taken, 99.9), (double) segments / lookups));
		say(index.stats(), "afterwards");
	}

	/** Adds batches at this rate, and withdraws each some time later. */
	private static void write(HashIndex index, int addsASecond, AtomicBoolean done) throws IOException, InterruptedException {
		SplittableRandom random = new SplittableRandom(SEED + 2);
		Deque<List<String>> added = new ArrayDeque<>();
		while (!done.get()) {
			List<HashRecord> batch = new ArrayList<>();
			for (int i = 0; i < LIVE_BATCH; i++) {
				batch.add(HashRecord.ofPhoto(Queries.of(HashPopulation.uniform(random)), 100));
			}
			added.add(index.add(BANK, batch));
			if (added.size() > 100) {
				Answers.require(index.withdraw(added.remove()) == LIVE_BATCH, "withdrawn other than added");
			}
			Thread.sleep(1_000L * LIVE_BATCH / addsASecond);
		}
	}

	private static void say(IndexStats stats, String state) {
		System.out.println("%s: %,d records in %d segments, %.1f bytes a record".formatted(state, stats.records(), stats.segments(),
				(double) stats.sizeBytes() / stats.records()));
	}
}

package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * Durable adds a second when many add at once: few threads with large batches, and many callers with one record each; ids given by the
 * index and by the caller. Every so often a caller looks for what it has just been promised; at the end the index is opened again, must
 * verify clean, and must give back every id that was acknowledged. Stops at the first wrong answer.
 *
 * <pre>
 * DurableAdds [records in batches [records one by one]]          400000 30000
 * </pre>
 */
public final class DurableAdds {

	private static final String BANK = Bank.DEFAULT.name();
	private static final long SEED = 30;
	private static final int WITHDRAWN_AT_ONCE = 50_000;
	private static final int LOOKED_FOR_EVERY = 50;

	private final HashPopulation population;
	private final boolean idsGiven;
	private final String[] ids;
	private final double[] milliseconds;

	private DurableAdds(int records, boolean idsGiven, int batchSize) {
		this.population = HashPopulation.of(HashPopulation.Kind.PDQ_LIKE, records, SEED);
		this.idsGiven = idsGiven;
		this.ids = new String[records];
		this.milliseconds = new double[records / batchSize];
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int inBatches = args.length > 0 ? Integer.parseInt(args[0]) : 400_000;
		int oneByOne = args.length > 1 ? Integer.parseInt(args[1]) : 30_000;
		for (boolean warm : new boolean[]{false, true}) {
			if (!warm) {
				System.out.println("to warm up:");
			}
			for (boolean idsGiven : new boolean[]{false, true}) {
				new DurableAdds(inBatches, idsGiven, 1_000).run(4, 1_000);
				new DurableAdds(oneByOne, idsGiven, 1).run(64, 1);
			}
		}
	}

	private void run(int threads, int batchSize) throws IOException, InterruptedException, ExecutionException {
		Path folder = Files.createTempDirectory("durable-adds");
		try {
			try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
				long start = System.nanoTime();
				long startCpu = cpuNanos();
				addAll(index, threads, batchSize);
				double seconds = (System.nanoTime() - start) / 1e9;
				double cpuMicros = (cpuNanos() - startCpu) / 1e3 / population.size();
				System.out.printf(
						"%d threads, batches of %,d, ids %s: %,.0f records/s; one add: median %.1f ms, p99 %.1f ms; %.1f µs of CPU a record; "
								+ "%d segments%n",
						threads, batchSize, idsGiven ? "given" : "new", population.size() / seconds, Percentile.median(milliseconds),
						Percentile.of(milliseconds, 99), cpuMicros, index.stats().segments());
			}
			check(folder.resolve("index"));
		} finally {
			MillionRecords.delete(folder);
		}
	}

	static long cpuNanos() {
		return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
	}

	private void addAll(HashIndex index, int threads, int batchSize) throws InterruptedException, ExecutionException {
		try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
			List<Future<?>> jobs = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				int first = thread;
				jobs.add(pool.submit(() -> {
					for (int batch = first; batch < milliseconds.length; batch += threads) {
						add(index, batch, batchSize);
					}
					return null;
				}));
			}
			for (Future<?> job : jobs) {
				job.get();
			}
		}
	}

	private void add(HashIndex index, int batch, int batchSize) throws IOException {
		int from = batch * batchSize;
		List<HashRecord> records = IntStream.range(from, from + batchSize).mapToObj(this::record).toList();
		long start = System.nanoTime();
		List<String> added = index.add(BANK, records);
		milliseconds[batch] = (System.nanoTime() - start) / 1e6;
		for (int i = 0; i < batchSize; i++) {
			ids[from + i] = added.get(i);
		}
		if (batch % LOOKED_FOR_EVERY == 0) {
			Answers.require(index.idsOf(hash(from)).contains(ids[from]), "acknowledged, not found");
		}
	}

	private HashRecord record(int row) {
		HashRecord record = HashRecord.ofPhoto(hash(row), 100);
		return idsGiven ? record.withIdAndBank("case-" + row, BANK) : record;
	}

	private Hash256 hash(int row) {
		return Queries.of(population.hash(row));
	}

	private void check(Path folder) throws IOException {
		try (HashIndex index = HashIndex.open(folder)) {
			Answers.require(index.stats().records() == ids.length, index.stats().records() + " records");
			Answers.require(index.verify().clean(), "verify found faults");
			for (int from = 0; from < ids.length; from += WITHDRAWN_AT_ONCE) {
				List<String> some = Arrays.asList(ids).subList(from, Math.min(from + WITHDRAWN_AT_ONCE, ids.length));
				Answers.require(index.withdraw(some) == some.size(), "an acknowledged id is not there");
			}
			Answers.require(index.stats().records() == 0, "records that nobody was promised");
		}
	}
}

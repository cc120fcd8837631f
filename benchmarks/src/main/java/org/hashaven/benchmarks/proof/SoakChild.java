package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.hash.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexOptions;
import org.hashaven.index.IndexStats;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.testdata.hashes.HashPopulation;

/** The process of {@link Soak}: its memory is nobody else's. */
final class SoakChild {

	private static final String BANK = Bank.DEFAULT.name();
	private static final Duration ERASURE_TIME = Duration.ofSeconds(10); // a soak's worth of erasing
	private static final int READERS = 3;
	private static final int MAX_BATCH = 500;
	private static final int SAMPLES = 90;
	private static final int REPORTS = 15;
	private static final double FULL = 0.9;
	private static final double THIN = 0.5;

	private final HashIndex index;
	private final int records;
	private final SoakOracle oracle;
	private final SplittableRandom random;
	private final LongAdder added = new LongAdder();
	private final LongAdder withdrawn = new LongAdder();
	private final LongAdder lookups = new LongAdder();
	private final LongAdder found = new LongAdder();
	private volatile boolean stopped;
	private int nextId;

	private SoakChild(HashIndex index, int records, long seed) {
		this.index = index;
		this.records = records;
		this.oracle = new SoakOracle(records, READERS, seed);
		this.random = new SplittableRandom(seed);
	}

	/** Folder of the index, seconds, most records at a time, seed. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		try (HashIndex index = HashIndex.create(Path.of(args[0]), IndexOptions.DEFAULT.withErasureTime(ERASURE_TIME))) {
			SoakChild soak = new SoakChild(index, Integer.parseInt(args[2]), Long.parseLong(args[3]));
			soak.run(Integer.parseInt(args[1]));
			Answers.require(index.verify().clean(), "verify found faults");
		}
	}

	private void run(int seconds) throws IOException, InterruptedException, ExecutionException {
		add(oracle.beginAdd((int) (THIN * records), random), true);
		List<Future<Boolean>> all = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(READERS + 1)) {
			SplittableRandom writerRandom = random.split();
			all.add(threads.submit(() -> untilStopped(() -> write(writerRandom))));
			for (int i = 0; i < READERS; i++) {
				int reader = i;
				SplittableRandom readerRandom = random.split();
				all.add(threads.submit(() -> untilStopped(() -> read(reader, readerRandom))));
			}
			try {
				watch(seconds);
			} finally {
				stopped = true;
			}
		}
		for (Future<Boolean> one : all) {
			one.get();
		}
	}

	/** One step of a thread, again and again; the first that fails stops all. */
	private boolean untilStopped(Callable<Boolean> step) throws Exception {
		try {
			while (!stopped) {
				step.call();
			}
			return true;
		} finally {
			stopped = true;
		}
	}

	private void watch(int seconds) throws IOException, InterruptedException {
		SoakMemory memory = new SoakMemory();
		long start = System.nanoTime();
		for (int sample = 1; sample <= SAMPLES && !stopped; sample++) {
			long wait = start + TimeUnit.SECONDS.toNanos(seconds) * sample / SAMPLES - System.nanoTime();
			TimeUnit.NANOSECONDS.sleep(wait);
			SoakMemory.Sample now = memory.look();
			if (sample % (SAMPLES / REPORTS) == 0) {
				report((double) seconds * sample / SAMPLES, (double) seconds / REPORTS, now);
			}
		}
		if (!stopped) {
			System.out.println("no mismatch; memory is flat: " + memory.requireFlat());
		}
	}

	private void report(double atSeconds, double sinceSeconds, SoakMemory.Sample now) throws IOException {
		IndexStats stats = index.stats();
		System.out.println("%4.0f s: %,.0f lookups/s with %,.0f matches each, %,.0f adds/s, %,.0f withdrawals/s; %s; ".formatted(atSeconds,
				lookups.sum() / sinceSeconds, (double) found.sumThenReset() / Math.max(1, lookups.sumThenReset()),
				added.sumThenReset() / sinceSeconds, withdrawn.sumThenReset() / sinceSeconds, now)
				+ "%,d records, %,d withdrawn on disk, %d segments, %.1f MB".formatted(stats.records(), stats.withdrawnOnDisk(),
						stats.segments(), stats.sizeBytes() / 1e6));
	}

	/** One change by the one writer. */
	private boolean write(SplittableRandom own) throws IOException {
		int live = oracle.live();
		int count = own.nextInt(3) == 0 ? 1 : 1 + own.nextInt(MAX_BATCH);
		boolean adds = live < THIN * records || (live < FULL * records && own.nextBoolean());
		if (adds) {
			add(oracle.beginAdd(count, own), own.nextBoolean());
		} else if (count == 1) {
			withdrawHash(oracle.beginWithdrawHash(own));
		} else {
			withdraw(oracle.beginWithdraw(count, own));
		}
		return true;
	}

	private void add(List<Integer> slots, boolean withIds) throws IOException {
		List<HashRecord> batch = new ArrayList<>();
		List<String> ids = new ArrayList<>();
		for (int slot : slots) {
			HashRecord record = HashRecord.ofPhoto(Queries.of(oracle.hash(slot)), 100);
			ids.add("n" + nextId++);
			batch.add(withIds ? record.withIdAndBank(ids.getLast(), BANK) : record);
		}
		if (withIds) {
			oracle.name(slots, ids);
			index.add(BANK, batch);
		} else {
			oracle.name(slots, index.add(BANK, batch));
		}
		oracle.added(slots);
		added.add(slots.size());
	}

	private void withdraw(List<Integer> slots) throws IOException {
		List<String> ids = new ArrayList<>();
		slots.forEach(slot -> ids.add(oracle.id(slot)));
		Answers.require(index.withdraw(ids) == slots.size(), "a record was not there to be withdrawn");
		oracle.withdrawn(slots);
		withdrawn.add(slots.size());
	}

	private void withdrawHash(List<Integer> slots) throws IOException {
		if (!slots.isEmpty()) {
			int count = index.withdrawHash(Queries.of(oracle.hash(slots.getFirst())));
			Answers.require(count == slots.size(), "%d records of a hash, not %d".formatted(count, slots.size()));
			oracle.withdrawn(slots);
			withdrawn.add(count);
		}
	}

	/** One lookup by one reader. */
	private boolean read(int reader, SplittableRandom own) throws IOException, InterruptedException {
		int radius = own.nextBoolean() ? Bank.DEFAULT_RADIUS : own.nextInt(Bank.MAX_RADIUS + 1);
		long[] query = own.nextInt(4) == 0 ? HashPopulation.uniform(own) : oracle.near(own.nextInt(Bank.MAX_RADIUS), own);
		oracle.beginLookup(reader);
		MatchResult answer = index.match(Queries.of(query), MatchOptions.DEFAULT.withRadius(radius).withResultCap(records + 1));
		oracle.endLookup(reader, query, radius, answer.matches());
		lookups.increment();
		found.add(answer.matches().size());
		return true;
	}
}

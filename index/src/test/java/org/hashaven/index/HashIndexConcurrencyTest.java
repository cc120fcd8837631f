package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at once: reads go on during writes, and what returned holds for whoever asks next. */
class HashIndexConcurrencyTest {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int ROUNDS = 12;

	@TempDir
	private Path folder;

	private final long seed = Seeds.next();

	private static HashRecord record(String id, Hash256 hash) {
		return HashRecord.ofPhoto(hash, 100).withIdAndBank(id, BANK);
	}

	private static boolean finds(HashIndex index, String id, Hash256 hash) throws IOException {
		return index.match(hash, MatchOptions.DEFAULT).matches().stream().anyMatch(match -> match.id().equals(id));
	}

	@Test
	void writersAndReadersAtOnce() throws Exception {
		Set<String> there = ConcurrentHashMap.newKeySet();
		Set<String> gone = ConcurrentHashMap.newKeySet();
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.UNIFORM, 3 * ROUNDS, seed);
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger lookups = new AtomicInteger();
		try (HashIndex index = HashIndex.create(folder.resolve("index")); ExecutorService threads = Executors.newFixedThreadPool(6)) {
			List<Future<?>> writers = new ArrayList<>();
			for (int writer = 0; writer < 3; writer++) {
				int first = writer * ROUNDS;
				writers.add(threads.submit(() -> {
					for (int row = first; row < first + ROUNDS; row++) {
						String id = "row" + row;
						index.add(BANK, List.of(record(id, Hashes.of(population, row))));
						assertThat(finds(index, id, Hashes.of(population, row))).as(Seeds.describe(seed)).isTrue();
						if (row % 4 == 0) {
							assertThat(index.withdraw(List.of(id))).isEqualTo(1);
							assertThat(finds(index, id, Hashes.of(population, row))).as(Seeds.describe(seed)).isFalse();
							gone.add(id);
						} else {
							there.add(id);
						}
					}
					return null;
				}));
			}
			List<Future<?>> readers = new ArrayList<>();
			for (int reader = 0; reader < 3; reader++) {
				SplittableRandom random = new SplittableRandom(seed + reader);
				readers.add(threads.submit(() -> {
					do {
						int row = random.nextInt(population.size());
						String id = "row" + row;
						boolean wasThere = there.contains(id);
						boolean wasGone = gone.contains(id);
						boolean found = finds(index, id, Hashes.of(population, row));
						assertThat(!wasThere || found).as("acknowledged, not found, " + Seeds.describe(seed)).isTrue();
						assertThat(wasGone && found).as("withdrawn, found, " + Seeds.describe(seed)).isFalse();
						lookups.incrementAndGet();
					} while (!done.get());
					return null;
				}));
			}
			for (Future<?> writer : writers) {
				writer.get();
			}
			done.set(true);
			for (Future<?> reader : readers) {
				reader.get();
			}
			assertThat(lookups.get()).isPositive();
			assertThat(index.stats().records()).isEqualTo(there.size());
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void oneIdFromManyThreadsStaysOneRecord() throws Exception {
		Hash256 hash = Hashes.of(HashPopulation.filled(0));
		AtomicInteger withdrawn = new AtomicInteger();
		try (HashIndex index = HashIndex.create(folder.resolve("index")); ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<?>> jobs = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				jobs.add(threads.submit(() -> {
					for (int round = 0; round < 4; round++) {
						index.add(BANK, List.of(record("one", hash)));
						assertThat(index.idsOf(hash).size()).isLessThanOrEqualTo(1);
						int count = index.withdraw(List.of("one"));
						assertThat(count).isBetween(0, 1);
						withdrawn.addAndGet(count);
					}
					return null;
				}));
			}
			for (Future<?> job : jobs) {
				job.get();
			}
			assertThat(index.idsOf(hash)).isEmpty();
			assertThat(withdrawn.get()).isBetween(1, 16);
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void copyingCompactingAndCheckingGoOnBesideWriters() throws Exception {
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.UNIFORM, 30, seed);
		try (HashIndex index = HashIndex.create(folder.resolve("index")); ExecutorService threads = Executors.newFixedThreadPool(2)) {
			Future<?> writer = threads.submit(() -> {
				for (int row = 0; row < population.size(); row++) {
					index.add(BANK, List.of(record("row" + row, Hashes.of(population, row))));
				}
				return null;
			});
			int copies = 0;
			do {
				Path copy = folder.resolve("copy" + copies++);
				long before = index.stats().records();
				index.snapshot(copy);
				assertThat(index.verify().faults()).isEmpty();
				index.compact();
				try (HashIndex copied = HashIndex.openReadOnly(copy)) {
					assertThat(copied.stats().records()).isGreaterThanOrEqualTo(before);
					assertThat(copied.verify().faults()).isEmpty();
				}
			} while (!writer.isDone());
			writer.get();
			assertThat(index.stats().records()).isEqualTo(population.size());
			assertThat(Stream.of(0, 15, 29).map(row -> "row" + row).toList())
					.isEqualTo(Stream.of(0, 15, 29).map(row -> first(index, Hashes.of(population, row))).toList());
		}
	}

	private static String first(HashIndex index, Hash256 hash) {
		try {
			return index.match(hash, MatchOptions.DEFAULT.withRadius(0)).matches().getFirst().id();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}

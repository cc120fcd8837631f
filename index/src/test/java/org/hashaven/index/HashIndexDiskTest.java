package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up or fails at any point: one clear refusal, nothing acknowledged lost, lookups go on. */
class HashIndexDiskTest {

	private static final String BANK = Bank.DEFAULT.name();

	@TempDir
	private Path temporary;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);
	private final HashPopulation population = HashPopulation.of(HashPopulation.Kind.UNIFORM, 400, seed);

	private HashRecord record(int row) {
		return HashRecord.ofPhoto(Hashes.of(population, row), 100).withIdAndBank("" + row, BANK);
	}

	@Test
	void nothingAcknowledgedIsLostWhereverItFails() throws IOException {
		for (int round = 0; round < 25; round++) {
			Path folder = temporary.resolve("" + round);
			HashIndex.create(folder).close();
			long room = round % 2 == 0 ? random.nextLong(60_000) : Long.MAX_VALUE;
			long syncs = round % 2 == 0 ? Long.MAX_VALUE : random.nextLong(20);
			fillUp(folder, room, syncs, "room %d, syncs %d, %s".formatted(room, syncs, Seeds.describe(seed)));
		}
	}

	private void fillUp(Path folder, long room, long syncs, String what) throws IOException {
		List<Integer> there = new ArrayList<>();
		List<Integer> gone = new ArrayList<>();
		IndexException refusal = null;
		SmallDisk disk = new SmallDisk(new MMapDirectory(folder), room, syncs);
		HashIndex index = HashIndex.open(disk, IndexOptions.DEFAULT);
		for (int row = 0; refusal == null; row += 10) {
			List<HashRecord> batch = new ArrayList<>();
			for (int i = row; i < row + 10; i++) {
				batch.add(record(i % population.size()));
			}
			try {
				index.add(BANK, batch);
				there.addAll(batch.stream().map(record -> Integer.parseInt(record.id())).toList());
				int first = row % population.size();
				there.removeIf(other -> other == first); // whether or not the withdrawal is acknowledged, it is under way
				index.withdraw(List.of("" + first));
				gone.add(first);
			} catch (IndexException e) {
				refusal = e;
			}
			if (row > 100 * population.size()) {
				throw new AssertionError("the disk never filled up: " + what);
			}
		}
		assertThat(refusal.reason()).as(what).isIn(Reason.DISK, Reason.STOPPED);
		assertThat(refusal.getMessage()).doesNotContain("/");
		int spare = population.size() - 1;
		for (int attempt = 0; attempt < 3; attempt++) {
			IndexException again = catchThrowableOfType(IndexException.class, () -> index.putBank(new Bank(BANK, 20, 50, Purpose.BLOCK)));
			assertThat(again.reason()).as(what).isIn(Reason.DISK, Reason.STOPPED);
			requireFound(index, there, what);
		}

		disk.grow();
		persist(() -> index.add(BANK, List.of(record(spare))));
		requireFound(index, there, what);
		requireFound(index, List.of(spare), what);
		requireGone(index, gone, what);
		assertThat(index.verify().faults()).as(what).isEmpty();
		index.compact();
		requireFound(index, there, what);
		index.close();

		try (HashIndex again = HashIndex.open(folder)) {
			requireFound(again, there, what);
			requireGone(again, gone, what);
			assertThat(again.verify().faults()).as(what).isEmpty();
			again.add(BANK, List.of(record(3)));
			requireFound(again, List.of(3), what);
		}
	}

	private void requireFound(HashIndex index, List<Integer> rows, String what) throws IOException {
		for (int row : rows) {
			assertThat(index.idsOf(Hashes.of(population, row))).as(what).containsExactly("" + row);
		}
	}

	private void requireGone(HashIndex index, List<Integer> rows, String what) throws IOException {
		for (int row : rows) {
			assertThat(index.idsOf(Hashes.of(population, row))).as(what).isEmpty();
		}
	}

	/** Does what succeeds on a healthy disk, if not at once: merges that failed in the background are told first. */
	static void persist(ThrowingCallable call) {
		for (int attempt = 0; attempt < 3; attempt++) {
			IndexException refusal = catchThrowableOfType(IndexException.class, call);
			if (refusal == null) {
				return;
			}
			assertThat(refusal.reason()).isEqualTo(Reason.STOPPED);
		}
		throw new AssertionError("still stopped on a healthy disk");
	}

	@Test
	void aFullDiskAtTheStartIsADiskThatRefused() throws IOException {
		Path folder = temporary.resolve("index");
		HashIndex.create(folder).close();
		try (HashIndex index = HashIndex.open(new SmallDisk(new MMapDirectory(folder), 0, Long.MAX_VALUE), IndexOptions.DEFAULT)) {
			IndexException refusal = catchThrowableOfType(IndexException.class, () -> index.add(BANK, List.of(record(0))));
			assertThat(refusal.reason()).isEqualTo(Reason.DISK);
			assertThat(refusal).hasNoCause();
		}
	}

	@Test
	void close_afterARefusal_leavesNoUnusedFiles() throws IOException {
		HashPopulation many = HashPopulation.of(HashPopulation.Kind.UNIFORM, 8_000, seed);
		List<HashRecord> all = IntStream.range(0, many.size())
				.mapToObj(row -> HashRecord.ofPhoto(Hashes.of(many, row), 100).withIdAndBank("" + row, BANK)).toList();
		for (int round = 0; round < 10; round++) {
			Path folder = temporary.resolve("" + round);
			HashIndex.create(folder).close();
			long room = random.nextLong(400_000);
			try (HashIndex index = HashIndex.open(new SmallDisk(new MMapDirectory(folder), room, Long.MAX_VALUE), IndexOptions.DEFAULT)) {
				assertThat(catchThrowableOfType(IndexException.class, () -> index.add(BANK, all)).reason()).isEqualTo(Reason.DISK);
			}
			try (Directory files = new MMapDirectory(folder)) {
				List<String> used = new ArrayList<>(SegmentInfos.readLatestCommit(files).files(true));
				used.add("write.lock");
				assertThat(files.listAll()).as("room %d, %s", room, Seeds.describe(seed)).containsExactlyInAnyOrderElementsOf(used);
			}
		}
	}

	@Test
	void lookupsGoOnWhileTheDiskFailsAndRecovers() throws Exception {
		Path folder = temporary.resolve("index");
		HashIndex.create(folder).close();
		SmallDisk disk = new SmallDisk(new MMapDirectory(folder), Long.MAX_VALUE, Long.MAX_VALUE);
		AtomicInteger written = new AtomicInteger();
		AtomicBoolean done = new AtomicBoolean();
		try (HashIndex index = HashIndex.open(disk, IndexOptions.DEFAULT); ExecutorService threads = Executors.newFixedThreadPool(2)) {
			List<Future<?>> readers = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				readers.add(threads.submit(() -> {
					while (!done.get()) {
						requireFound(index, IntStream.range(0, written.get()).boxed().toList(), Seeds.describe(seed));
					}
					return true;
				}));
			}
			for (int row = 0; row < 40; row++) {
				HashRecord next = record(row);
				disk.shrink(random.nextLong(2_000), Long.MAX_VALUE);
				IndexException refusal = catchThrowableOfType(IndexException.class, () -> index.add(BANK, List.of(next)));
				assertThat(refusal == null ? Reason.DISK : refusal.reason()).isIn(Reason.DISK, Reason.STOPPED);
				disk.grow();
				persist(() -> index.add(BANK, List.of(next)));
				written.incrementAndGet();
			}
			done.set(true);
			for (Future<?> reader : readers) {
				reader.get();
			}
			assertThat(index.stats().records()).isEqualTo(40);
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void anInterruptionDoesNotReachTheDisk() throws IOException {
		Path folder = temporary.resolve("index");
		try (HashIndex index = HashIndex.create(folder)) {
			for (int row = 0; row < 5; row++) {
				Thread.currentThread().interrupt();
				index.add(BANK, List.of(record(row)));
				assertThat(Thread.interrupted()).as("whoever interrupted is still heard").isTrue();
			}
			requireFound(index, List.of(0, 1, 2, 3, 4), "while open");
		}
		try (HashIndex again = HashIndex.openReadOnly(folder)) {
			requireFound(again, List.of(0, 1, 2, 3, 4), "opened again");
			assertThat(again.verify().faults()).isEmpty();
		}
	}
}

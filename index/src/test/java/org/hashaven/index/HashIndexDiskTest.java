package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.hash.HashRecord;
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

	/** A disk with room for so many bytes and syncs, then none; a real folder beneath. */
	private static final class SmallDisk extends FilterDirectory {

		private final AtomicLong room;
		private final AtomicLong syncs;

		SmallDisk(Directory directory, long room, long syncs) {
			super(directory);
			this.room = new AtomicLong(room);
			this.syncs = new AtomicLong(syncs);
		}

		private void take(AtomicLong budget, long amount) throws IOException {
			if (budget.addAndGet(-amount) < 0) {
				throw new IOException("No space left on device: /secret/path");
			}
		}

		@Override
		public void sync(Collection<String> names) throws IOException {
			take(syncs, 1);
			in.sync(names);
		}

		@Override
		public IndexOutput createOutput(String name, IOContext context) throws IOException {
			take(room, 1);
			IndexOutput output = in.createOutput(name, context);
			return new FilterIndexOutput("small disk", name, output) {
				@Override
				public void writeByte(byte b) throws IOException {
					take(room, 1);
					super.writeByte(b);
				}

				@Override
				public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
					take(room, length);
					super.writeBytes(bytes, offset, length);
				}
			};
		}
	}

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
		HashIndex index = HashIndex.open(new SmallDisk(new MMapDirectory(folder), room, syncs));
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
		assertRefused(Reason.STOPPED, () -> index.add(BANK, List.of(record(0))));
		assertRefused(Reason.STOPPED, () -> index.withdraw(List.of("1")));
		assertRefused(Reason.STOPPED, () -> index.putBank(Bank.DEFAULT));
		assertRefused(Reason.STOPPED, index::compact);
		requireFound(index, there, what);
		index.close();

		try (HashIndex again = HashIndex.open(folder)) {
			requireFound(again, there, what);
			for (int row : gone) {
				assertThat(again.idsOf(Hashes.of(population, row))).as(what).isEmpty();
			}
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

	@Test
	void aFullDiskAtTheStartIsADiskThatRefused() throws IOException {
		Path folder = temporary.resolve("index");
		HashIndex.create(folder).close();
		try (HashIndex index = HashIndex.open(new SmallDisk(new MMapDirectory(folder), 0, Long.MAX_VALUE))) {
			IndexException refusal = catchThrowableOfType(IndexException.class, () -> index.add(BANK, List.of(record(0))));
			assertThat(refusal.reason()).isEqualTo(Reason.DISK);
			assertThat(refusal).hasNoCause();
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

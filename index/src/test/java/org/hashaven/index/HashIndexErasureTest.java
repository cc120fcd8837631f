package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Withdrawn bits leave the disk: every byte of every file is searched for them, and they were there before. */
class HashIndexErasureTest {

	private static final String BANK = Bank.DEFAULT.name();
	private static final IndexOptions SOON = IndexOptions.DEFAULT.withErasureTime(Duration.ofSeconds(2));
	private static final IndexOptions LATE = IndexOptions.DEFAULT.withErasureTime(IndexOptions.MAX_ERASURE_TIME);
	private static final long EVEN_BITS = 0x5555_5555_5555_5555L;
	private static final int POLL_MS = 50;
	private static final int MAX_POLLS = 1_200;

	@TempDir
	private Path temporary;

	private final long seed = Seeds.next();
	private final HashPopulation population = HashPopulation.of(HashPopulation.Kind.UNIFORM, 2_000, seed);

	private Path folder() {
		return temporary.resolve("index");
	}

	private static String id(int row) {
		return "record-%08d".formatted(row * 7919);
	}

	private Hash256 hash(int row) {
		return Hashes.of(population, row);
	}

	private void add(HashIndex index, int from, int to) throws IOException {
		add(index, from, to, 90);
	}

	private void add(HashIndex index, int from, int to, int quality) throws IOException {
		index.add(BANK,
				IntStream.range(from, to).mapToObj(row -> HashRecord.ofPhoto(hash(row), quality).withIdAndBank(id(row), BANK)).toList());
	}

	/** Rows 0 to 999 in ten segments or so. */
	private void addAll(HashIndex index) throws IOException {
		for (int from = 0; from < 1_000; from += 100) {
			add(index, from, from + 100);
		}
	}

	/** The same in one segment, of which no merge of Lucene's own takes anything away before its time. */
	private void addAllInOne(HashIndex index) throws IOException {
		addAll(index);
		index.compact();
	}

	private FileSearch search(int row) {
		return new FileSearch(hash(row), id(row));
	}

	private void assertHeld(int... rows) throws IOException {
		for (int row : rows) {
			assertThat(search(row).hashIn(folder())).as("the search finds what is there, row %d, %s", row, Seeds.describe(seed)).isTrue();
			assertThat(search(row).idIn(folder())).isTrue();
		}
	}

	private void assertErased(int... rows) throws IOException {
		for (int row : rows) {
			assertThat(search(row).hashIn(folder())).as("bits of row %d on the disk, %s", row, Seeds.describe(seed)).isFalse();
			assertThat(search(row).idIn(folder())).as("id of row %d on the disk", row).isFalse();
		}
	}

	private void awaitErased(int... rows) throws IOException, InterruptedException {
		for (int row : rows) {
			for (int poll = 0; poll < MAX_POLLS && (search(row).hashIn(folder()) || search(row).idIn(folder())); poll++) {
				Thread.sleep(POLL_MS);
			}
		}
		assertErased(rows);
	}

	private void assertSound(HashIndex index, int from, int to) throws IOException {
		for (int row = from; row < to; row++) {
			assertThat(index.idsOf(hash(row))).as(Seeds.describe(seed)).containsExactly(id(row));
		}
		assertThat(index.verify().faults()).isEmpty();
	}

	@Test
	void withdrawnBitsAreGoneWhenTheirTimeIsUp() throws Exception {
		try (HashIndex index = HashIndex.create(folder(), SOON)) {
			addAll(index);
			assertHeld(3, 450, 999);

			index.withdraw(List.of(id(3), id(450)));
			index.withdrawHash(hash(999));
			assertThat(index.idsOf(hash(450))).isEmpty();
			awaitErased(3, 450, 999);
			assertThat(index.stats().withdrawnOnDisk()).isZero();

			index.withdraw(List.of(id(4)));
			awaitErased(4);
			assertSound(index, 5, 450);
		}
	}

	@Test
	void untilTheirTimeIsUpNothingIsRewritten() throws IOException {
		try (HashIndex index = HashIndex.create(folder(), LATE)) {
			addAllInOne(index);
			index.withdraw(List.of(id(3)));
			assertHeld(3);
			assertThat(index.stats().withdrawnOnDisk()).isEqualTo(1);
		}
		assertHeld(3);
	}

	@Test
	void whatAnIndexHoldsOfWithdrawnRecordsIsErasedOnceItIsOpened() throws Exception {
		try (HashIndex index = HashIndex.create(folder(), LATE)) {
			addAllInOne(index);
			index.withdraw(List.of(id(3)));
		}
		assertHeld(3);
		try (HashIndex index = HashIndex.open(folder(), LATE)) {
			awaitErased(3);
			assertSound(index, 4, 1_000);
		} // waits for the end of that erasure, which would take along what is withdrawn while it runs
		try (HashIndex index = HashIndex.open(folder(), LATE)) {
			index.withdraw(List.of(id(4)));
		}
		assertHeld(4);
		HashIndex.openReadOnly(folder()).close();
		assertHeld(4);
		HashIndex.open(folder(), LATE).close(); // however short
		assertErased(4);
	}

	@Test
	void whoAsksHasItErasedAtOnceWhileAReaderLooksOn() throws IOException {
		try (HashIndex index = HashIndex.create(folder(), LATE)) {
			addAll(index);
			try (HashIndex reader = HashIndex.openReadOnly(folder())) {
				index.withdraw(List.of(id(3), id(500)));
				index.erase();
				assertErased(3, 500);
				assertThat(reader.idsOf(hash(3))).as("as it was when opened").containsExactly(id(3));
				reader.refresh();
				assertThat(reader.idsOf(hash(3))).isEmpty();
				assertRefused(Reason.READ_ONLY, reader::erase);
			}
			index.erase();
			assertSound(index, 4, 500);
		}
	}

	@Test
	void bitsInAnOrderOfTheSegmentsOwnAreErasedToo() throws IOException {
		SplittableRandom random = new SplittableRandom(seed);
		List<Hash256> crowded = new ArrayList<>();
		for (int row = 0; row < 5_000; row++) {
			crowded.add(Hashes.of(random.longs(Hash256.WORDS).map(bits -> (bits & EVEN_BITS) * 3).toArray())); // every bit twice
		}
		FileSearch search = new FileSearch(crowded.get(77), id(77));
		try (HashIndex index = HashIndex.create(folder(), LATE)) {
			index.add(BANK, IntStream.range(0, crowded.size())
					.mapToObj(row -> HashRecord.ofPhoto(crowded.get(row), 100).withIdAndBank(id(row), BANK)).toList());
			assertThat(FileSearch.anyArrangementIn(folder())).isTrue();
			assertThat(search.hashIn(folder())).as(Seeds.describe(seed)).isTrue();

			index.withdraw(List.of(id(77)));
			assertThat(search.hashIn(folder())).isTrue();
			index.erase();
			assertThat(search.hashIn(folder())).as(Seeds.describe(seed)).isFalse();
			assertThat(search.idIn(folder())).isFalse();
			assertThat(index.idsOf(crowded.get(78))).containsExactly(id(78));
		}
	}

	@Test
	void recordsThatWereReplacedAreErasedToo() throws IOException {
		try (HashIndex index = HashIndex.create(folder(), LATE)) {
			addAllInOne(index);
			add(index, 0, 10, 100);
			assertThat(index.stats().withdrawnOnDisk()).isEqualTo(10);
			index.erase();
			assertThat(index.stats().withdrawnOnDisk()).isZero();
			assertSound(index, 0, 1_000);
		}
	}

	@Test
	void erasingKeepsUpWithWritersAndMergesThatGoOn() throws Exception {
		try (HashIndex index = HashIndex.create(folder(), LATE); ExecutorService threads = Executors.newFixedThreadPool(2)) {
			addAll(index);
			Future<?> adder = threads.submit(() -> {
				for (int row = 1_000; row < 1_120; row++) {
					add(index, row, row + 1); // a segment each: merges go on all the time
				}
				return true;
			});
			Future<?> withdrawer = threads.submit(() -> {
				for (int row = 900; row < 930; row++) {
					index.withdraw(List.of(id(row)));
				}
				return true;
			});
			List<Integer> withdrawn = new ArrayList<>();
			for (int row = 0; row < 800 && (row < 200 || !adder.isDone()); row += 50) {
				index.withdraw(List.of(id(row)));
				index.erase();
				assertErased(row);
				withdrawn.add(row);
			}
			adder.get();
			withdrawer.get();
			index.erase();
			assertErased(withdrawn.stream().mapToInt(row -> row).toArray());
			assertErased(IntStream.range(900, 930).toArray());
			assertSound(index, 1_000, 1_120);
		}
	}

	@Test
	void aFailureToEraseIsToldToWhoWritesNext() throws Exception {
		try (HashIndex index = HashIndex.create(folder(), LATE)) {
			addAllInOne(index);
			index.withdraw(List.of(id(3)));
		}
		SmallDisk disk = new SmallDisk(new MMapDirectory(folder()), 0, Long.MAX_VALUE);
		try (HashIndex index = HashIndex.open(disk, LATE)) {
			while (!disk.hasRefused()) {
				Thread.sleep(POLL_MS);
			}
			disk.grow();
			assertRefused(Reason.STOPPED, () -> add(index, 1_000, 1_001));
			HashIndexDiskTest.persist(() -> add(index, 1_000, 1_001));
			index.erase();
			assertErased(3);
			assertSound(index, 4, 1_001);
		}
	}

	@Test
	void theErasureTimeHasLimits() {
		for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(30).plusNanos(1))) {
			assertThatIllegalArgumentException().isThrownBy(() -> IndexOptions.DEFAULT.withErasureTime(wrong));
		}
		assertThat(IndexOptions.DEFAULT.erasureTime()).isEqualTo(Duration.ofHours(1));
		assertThat(SOON.erasureTime()).isEqualTo(Duration.ofSeconds(2));
	}
}

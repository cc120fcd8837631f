package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexStats.BankStats;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.index.hamming.SearchStats;
import org.hashaven.index.record.Banks;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index does for its users, step by step. */
class HashIndexTest {

	private static final String BANK = Bank.DEFAULT.name();
	private static final SplittableRandom RANDOM = new SplittableRandom(2);
	private static final Hash256 ZEROS = Hashes.of(HashPopulation.filled(0));
	private static final Hash256 ONES = Hashes.of(HashPopulation.filled(-1L));

	@TempDir
	private Path temporary;

	private Path folder;

	@BeforeEach
	void chooseFolder() {
		folder = temporary.resolve("index");
	}

	private static Hash256 zerosBut(int distanceBits) {
		return Hashes.of(HashPopulation.near(HashPopulation.filled(0), distanceBits, RANDOM));
	}

	private static HashRecord record(String id, Hash256 hash) {
		return record(id, hash, 100);
	}

	private static HashRecord record(String id, Hash256 hash, int quality) {
		return new HashRecord(id, hash, quality, MediaKind.PHOTO, null, null);
	}

	private static List<String> idsWithin(HashIndex index, Hash256 hash, MatchOptions options) throws IOException {
		return index.match(hash, options).matches().stream().map(HashMatch::id).toList();
	}

	@Test
	void aNewIndexHasTheDefaultBankAndNothingInIt() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			assertThat(index.banks()).containsExactly(new Bank("default", 31, 50, Purpose.BLOCK));
			assertThat(index.match(ZEROS, MatchOptions.DEFAULT))
					.isEqualTo(new MatchResult<>(List.of(), false, true, LookupStats.of(1, SearchStats.NONE)));
			assertThat(index.idsOf(ZEROS)).isEmpty();
			assertThat(index.withdraw(List.of("nobody"))).isZero();
			assertThat(index.verify().faults()).isEmpty();
			index.compact();
			IndexStats stats = index.stats();
			assertThat(stats.records()).isZero();
			assertThat(stats.banks()).containsExactly(new BankStats(Bank.DEFAULT, 0, 0, 0));
		}
	}

	@Test
	void whatWasAddedIsThereAfterOpeningAgain() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.putBank(new Bank("memes", 10, 0, Purpose.IGNORE));
			index.add(BANK, List.of(record("a", zerosBut(31)), record("b", zerosBut(32))));
			index.add("memes", List.of(record("c", zerosBut(10)), record("d", zerosBut(11))));
		}
		List<HashMatch> expected = List.of(new HashMatch("c", "memes", Purpose.IGNORE, 10), new HashMatch("a", BANK, Purpose.BLOCK, 31));
		try (HashIndex index = HashIndex.open(folder)) {
			assertThat(index.match(ZEROS, MatchOptions.DEFAULT).matches()).isEqualTo(expected);
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			assertThat(index.match(ZEROS, MatchOptions.DEFAULT).matches()).isEqualTo(expected);
			assertThat(index.banks()).extracting(Bank::name).containsExactly("default", "memes");
		}
	}

	@Test
	void aRadiusGivenHoldsForEveryBank() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.putBank(new Bank("memes", 10, 0, Purpose.IGNORE));
			index.add(BANK, List.of(record("a", zerosBut(31)), record("b", zerosBut(64))));
			index.add("memes", List.of(record("c", zerosBut(11)), record("d", ZEROS)));

			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT.withRadius(0))).containsExactly("d");
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT.withRadius(30))).containsExactly("d", "c");
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT.withRadius(64))).containsExactly("d", "c", "a", "b");
			assertThatIllegalArgumentException().isThrownBy(() -> MatchOptions.DEFAULT.withRadius(65));
			assertThatIllegalArgumentException().isThrownBy(() -> MatchOptions.DEFAULT.withRadius(-1));
		}
	}

	@Test
	void aLookupMayNameItsBanks() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.putBank(new Bank("memes", 31, 0, Purpose.IGNORE));
			index.add(BANK, List.of(record("a", ZEROS)));
			index.add("memes", List.of(record("b", ZEROS)));

			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT.withBanks(Set.of("memes")))).containsExactly("b");
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT.withBanks(Set.of("memes", BANK)))).containsExactly("a", "b");
			assertRefused(Reason.UNKNOWN_BANK, () -> index.match(ZEROS, MatchOptions.DEFAULT.withBanks(Set.of("mems"))));
			assertRefused(Reason.UNKNOWN_BANK, () -> index.add("mems", List.of(record("c", ZEROS))));
		}
	}

	@Test
	void belowTheFloorNothingMatchesAndNothingIsLost() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(record("plain", ZEROS, 49), record("rich", ZEROS, 50)));

			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT)).containsExactly("rich");
			assertThat(index.match(Query.of(ZEROS, 50), MatchOptions.DEFAULT).matches()).extracting(HashMatch::id).containsExactly("rich");
			assertThat(index.match(Query.of(ZEROS, 49), MatchOptions.DEFAULT).matches()).isEmpty();
			assertThat(index.idsOf(ZEROS)).containsExactly("plain", "rich");
			assertThat(index.stats().banks()).containsExactly(new BankStats(Bank.DEFAULT, 2, 2, 1));

			Bank lower = new Bank(BANK, 31, 49, Purpose.BLOCK);
			index.putBank(lower);
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT)).containsExactly("plain", "rich");
			assertThat(index.stats().banks()).containsExactly(new BankStats(lower, 2, 2, 0));
		}
	}

	@Test
	void anIdStandsForOneHashOfItsBankUntilItIsWithdrawn() throws IOException {
		Hash256 near = zerosBut(4);
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(record("1", ZEROS)));

			assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(record("2", ONES), record("1", near))));
			assertRefused(Reason.ID_TAKEN, () -> index.add(BANK, List.of(record("3", ZEROS), record("3", near))));
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT)).containsExactly("1");
			assertThat(index.idsOf(ONES)).isEmpty();

			index.add(BANK, List.of(record("1", ZEROS, 60), record("1", ZEROS, 70)));
			assertThat(index.stats().records()).isEqualTo(1);
			assertThat(index.verify().faults()).isEmpty();

			index.withdraw(List.of("1"));
			index.add(BANK, List.of(record("1", near)));
			assertThat(index.idsOf(near)).containsExactly("1");
			assertThat(index.idsOf(ZEROS)).isEmpty();
		}
	}

	@Test
	void checkingWhileSomebodyWritesFindsNoDamage() throws Exception {
		try (HashIndex writer = HashIndex.create(folder); HashIndex reader = HashIndex.openReadOnly(folder)) {
			Thread adding = Thread.ofPlatform().start(() -> {
				try {
					for (int i = 0; i < 150; i++) {
						writer.add(BANK, List.of(HashRecord.ofPhoto(ZEROS, 100)));
					}
				} catch (IOException e) {
					throw new AssertionError(e);
				}
			});
			do {
				try {
					assertThat(reader.verify().faults()).isEmpty();
				} catch (IndexException e) {
					assertThat(e.reason()).isEqualTo(Reason.BUSY);
				}
			} while (adding.isAlive());
			adding.join();
			assertThat(reader.verify().records()).isEqualTo(150);
		}
	}

	@Test
	void newIdsAreGivenWhereThereAreNone() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			List<String> ids = index.add(BANK,
					List.of(HashRecord.ofPhoto(ZEROS, 100), record("mine", ZEROS), HashRecord.ofPhoto(ZEROS, 100)));

			assertThat(ids).hasSize(3).doesNotHaveDuplicates();
			assertThat(ids.get(1)).isEqualTo("mine");
			assertThat(ids.get(0)).matches("[0-9a-f]{24}");
			assertThat(index.idsOf(ZEROS)).containsExactlyInAnyOrderElementsOf(ids);
			assertThat(index.withdraw(List.of(ids.get(0)))).isEqualTo(1);
			assertThat(index.idsOf(ZEROS)).containsExactlyInAnyOrder("mine", ids.get(2));
		}
	}

	@Test
	void idsOfEveryShapeStayThemselves() throws IOException {
		List<String> ids = List.of("0", "00000000000000000000000000000000", "0000000000000000000000000000000A",
				"0000000000000000000000000000000a", "000000000000000000000000000000000a", "사건-7", "🙂", " x", "x".repeat(200),
				"a".repeat(22), "a".repeat(23), "a".repeat(24), "A".repeat(24), "a".repeat(25), "0".repeat(24));
		try (HashIndex index = HashIndex.create(folder)) {
			assertThat(index.add(BANK, ids.stream().map(id -> record(id, ZEROS)).toList())).isEqualTo(ids);
			assertThat(index.idsOf(ZEROS)).containsExactlyInAnyOrderElementsOf(ids);
			for (String id : ids) {
				assertThat(index.withdraw(List.of(id))).as(id).isEqualTo(1);
			}
			assertThat(index.idsOf(ZEROS)).isEmpty();
			assertThatIllegalArgumentException().isThrownBy(() -> index.add(BANK, List.of(record("half \uD83D", ZEROS))));
		}
	}

	@Test
	void whatIsWithdrawnMatchesNoMore() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(record("a", ZEROS), record("b", ZEROS), record("c", ONES)));

			assertThat(index.withdraw(List.of("a", "a", "nobody"))).isEqualTo(1);
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT)).containsExactly("b");
			assertThat(index.withdraw(List.of("a"))).isZero();
			assertThat(index.withdraw(List.of())).isZero();
		}
		try (HashIndex index = HashIndex.open(folder)) {
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT)).containsExactly("b");
			index.add(BANK, List.of(record("a", ZEROS)));
			assertThat(index.idsOf(ZEROS)).as("an id may come back").containsExactly("a", "b");
		}
	}

	@Test
	void theStatsTellWhatWaitsToBeRewritten() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, IntStream.range(0, 20).mapToObj(i -> record("" + i, ZEROS)).toList());
			index.withdraw(List.of("7")); // so few of so many that Lucene does not rewrite the segment by itself
			assertThat(index.stats()).extracting(IndexStats::records, IndexStats::withdrawnOnDisk).containsExactly(19L, 1L);
		}
	}

	@Test
	void aHashIsWithdrawnFromEveryBankButItsNeighboursStay() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.putBank(new Bank("memes", 31, 0, Purpose.IGNORE));
			index.add(BANK, List.of(record("a", ZEROS), record("near", zerosBut(1)), record("plain", ZEROS, 0)));
			index.add("memes", List.of(record("b", ZEROS)));

			assertThat(index.withdrawHash(ZEROS)).isEqualTo(3);
			assertThat(index.withdrawHash(ZEROS)).isZero();
			assertThat(index.idsOf(ZEROS)).isEmpty();
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT)).containsExactly("near");
		}
	}

	@Test
	void theCapKeepsTheNearestAndSaysThatItWasHit() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(record("d", zerosBut(2)), record("c", zerosBut(1))));
			index.add(BANK, List.of(record("b", zerosBut(2)), record("a", zerosBut(3))));

			MatchResult<HashMatch> all = index.match(ZEROS, MatchOptions.DEFAULT.withResultCap(4));
			assertThat(all.matches()).extracting(HashMatch::id).containsExactly("c", "b", "d", "a");
			assertThat(all.capped()).isFalse();
			MatchResult<HashMatch> capped = index.match(ZEROS, MatchOptions.DEFAULT.withResultCap(2));
			assertThat(capped.matches()).extracting(HashMatch::id).containsExactly("c", "b");
			assertThat(capped.capped()).isTrue();
			assertThatIllegalArgumentException().isThrownBy(() -> MatchOptions.DEFAULT.withResultCap(0));
		}
	}

	@Test
	void aReaderSeesWhatAWriterDidAfterARefresh() throws IOException {
		try (HashIndex writer = HashIndex.create(folder); HashIndex reader = HashIndex.openReadOnly(folder)) {
			writer.putBank(new Bank("memes", 31, 0, Purpose.IGNORE));
			writer.add("memes", List.of(record("a", ZEROS)));
			assertThat(reader.idsOf(ZEROS)).isEmpty();

			reader.refresh();
			assertThat(reader.match(ZEROS, MatchOptions.DEFAULT).matches()).containsExactly(new HashMatch("a", "memes", Purpose.IGNORE, 0));

			writer.withdraw(List.of("a"));
			writer.compact();
			assertThat(reader.idsOf(ZEROS)).as("as it was when refreshed").containsExactly("a");
			assertThat(reader.stats().records()).isEqualTo(1);
			reader.refresh();
			assertThat(reader.idsOf(ZEROS)).isEmpty();
			assertThat(reader.verify().faults()).isEmpty();
		}
	}

	@Test
	void aReaderDoesNotWrite() throws IOException {
		HashIndex.create(folder).close();
		try (HashIndex reader = HashIndex.openReadOnly(folder)) {
			assertRefused(Reason.READ_ONLY, () -> reader.add(BANK, List.of(record("a", ZEROS))));
			assertRefused(Reason.READ_ONLY, () -> reader.withdraw(List.of("a")));
			assertRefused(Reason.READ_ONLY, () -> reader.withdrawHash(ZEROS));
			assertRefused(Reason.READ_ONLY, () -> reader.putBank(Bank.DEFAULT));
			assertRefused(Reason.READ_ONLY, reader::compact);
			assertRefused(Reason.READ_ONLY, () -> reader.snapshot(temporary.resolve("copy")));
		}
	}

	@Test
	void compactingLeavesOneSegmentAndNothingWithdrawn() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			for (int i = 0; i < 5; i++) {
				index.add(BANK, List.of(record("keep" + i, zerosBut(i)), record("go" + i, ONES)));
			}
			index.withdrawHash(ONES);
			index.compact();

			assertThat(index.stats()).extracting(IndexStats::records, IndexStats::withdrawnOnDisk, IndexStats::segments).containsExactly(5L,
					0L, 1);
			assertThat(idsWithin(index, ZEROS, MatchOptions.DEFAULT)).containsExactly("keep0", "keep1", "keep2", "keep3", "keep4");

			index.withdraw(List.of("keep0"));
			index.compact();
			assertThat(index.stats()).extracting(IndexStats::records, IndexStats::withdrawnOnDisk, IndexStats::segments).containsExactly(4L,
					0L, 1);
		}
	}

	@Test
	void theStatsGiveTheBytesOfTheFiles() throws IOException {
		HashIndex.create(folder).close();
		try (HashIndex index = HashIndex.open(folder); Stream<Path> files = Files.list(folder)) {
			long sizeBytes = files.mapToLong(file -> file.toFile().length()).sum();
			assertThat(index.stats().sizeBytes()).isEqualTo(sizeBytes);
			assertThat(index.stats().formatVersion()).isEqualTo(Banks.VERSION);
		}
	}

	@Test
	void aSnapshotIsAnIndexOfItsOwn() throws IOException {
		Path copy = temporary.resolve("copies/monday");
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, List.of(record("a", ZEROS), record("b", ONES)));
			index.withdraw(List.of("b"));
			index.snapshot(copy);
			index.add(BANK, List.of(record("c", ZEROS)));
			assertRefused(Reason.NOT_EMPTY, () -> index.snapshot(copy));
			assertThat(index.verify().faults()).isEmpty();
		}
		try (HashIndex index = HashIndex.open(copy)) {
			assertThat(index.idsOf(ZEROS)).containsExactly("a");
			assertThat(index.idsOf(ONES)).isEmpty();
			assertThat(index.verify()).isEqualTo(new VerifyReport(1, 1, List.of()));
			index.add(BANK, List.of(record("d", ZEROS)));
			assertThat(index.idsOf(ZEROS)).containsExactly("a", "d");
		}
	}

	@Test
	void banksHaveLimits() throws IOException {
		assertThatIllegalArgumentException().isThrownBy(() -> new Bank("", 31, 50, Purpose.BLOCK));
		assertThatIllegalArgumentException().isThrownBy(() -> new Bank("half \uD83D", 31, 50, Purpose.BLOCK));
		assertThatIllegalArgumentException().isThrownBy(() -> new Bank("x", 65, 50, Purpose.BLOCK));
		assertThatIllegalArgumentException().isThrownBy(() -> new Bank("x", -1, 50, Purpose.BLOCK));
		assertThatIllegalArgumentException().isThrownBy(() -> new Bank("x", 31, 101, Purpose.BLOCK));
		Banks banks = Banks.initial();
		for (int i = 1; i < Banks.MAX_BANKS; i++) {
			banks = banks.with(new Bank("bank " + i, 31, 50, Purpose.BLOCK));
		}
		Banks full = banks.with(Bank.DEFAULT);
		assertRefused(Reason.FULL, () -> full.with(new Bank("one more", 31, 50, Purpose.BLOCK)));
		assertThat(Banks.ofCommitData(full.toCommitData()).list()).isEqualTo(full.list());
	}
}

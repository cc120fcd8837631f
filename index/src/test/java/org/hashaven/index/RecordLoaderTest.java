package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding many: what was told is there, in order, and nothing is told that is not. */
class RecordLoaderTest {

	private static final String BANK = Bank.DEFAULT.name();

	@TempDir
	private Path temporary;

	private final long seed = Seeds.next();
	private final HashPopulation population = HashPopulation.of(HashPopulation.Kind.UNIFORM, 12_345, seed);
	private final List<String> told = new ArrayList<>();

	private Hash256 hash(int row) {
		return Hashes.of(population, row);
	}

	private HashRecord record(int row) {
		return HashRecord.ofPhoto(hash(row), 100);
	}

	private HashRecord named(int row) {
		return record(row).withIdAndBank("row" + row, BANK);
	}

	@Test
	void allThatWasToldIsThereInTheOrderOfTheRecords() throws IOException {
		Path folder = temporary.resolve("index");
		try (HashIndex index = HashIndex.create(folder); RecordLoader loader = index.loader(BANK, told::addAll)) {
			for (int row = 0; row < population.size(); row++) {
				loader.add(record(row));
			}
			loader.commit();
			assertThat(told).hasSize(population.size()).doesNotHaveDuplicates();
			assertThat(index.stats().records()).as("visible at once").isEqualTo(population.size());
			loader.commit();
			assertThat(told).as("told once").hasSize(population.size());
			loader.add(record(0));
			loader.commit();
			assertThat(told).as("goes on after a commit").hasSize(population.size() + 1);
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			for (int row = 1; row < population.size(); row += 97) {
				assertThat(index.idsOf(hash(row))).as(Seeds.describe(seed)).containsExactly(told.get(row));
			}
			assertThat(index.idsOf(hash(0))).containsExactlyInAnyOrder(told.getFirst(), told.getLast());
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void nothingIsToldBeforeItIsDurable() throws IOException {
		Path folder = temporary.resolve("index");
		try (HashIndex index = HashIndex.create(folder);
				HashIndex reader = HashIndex.openReadOnly(folder);
				RecordLoader loader = index.loader(BANK, ids -> {
					told.addAll(ids);
					try {
						reader.refresh();
						assertThat(reader.stats().records()).isGreaterThanOrEqualTo(told.size());
					} catch (IOException e) {
						throw new AssertionError(e);
					}
				})) {
			for (int row = 0; row < 5_500; row++) {
				loader.add(row / 1_000 == 3 ? named(row) : record(row));
			}
			assertThat(told).as("ids of their own commit what went before").hasSize(4_000);
			assertThat(told.subList(3_000, 3_003)).containsExactly("row3000", "row3001", "row3002");
			loader.commit();
			assertThat(told).hasSize(5_500);
		}
	}

	@Test
	void aTakenIdRefusesItsThousandAndWhatWasToldStays() throws IOException {
		try (HashIndex index = HashIndex.create(temporary.resolve("index")); RecordLoader loader = index.loader(BANK, told::addAll)) {
			for (int row = 0; row < 2_500; row++) {
				loader.add(record(row));
			}
			loader.commit();
			loader.add(named(2_500));
			loader.add(record(2_501).withIdAndBank("row2500", BANK));
			assertRefused(Reason.ID_TAKEN, loader::commit);

			assertThat(told).hasSize(2_500);
			assertThat(index.stats().records()).isEqualTo(2_500);
			loader.add(named(2_502));
			loader.commit();
			assertThat(told).last().isEqualTo("row2502");
		}
	}

	@Test
	void othersMayWriteMeanwhile() throws IOException {
		try (HashIndex index = HashIndex.create(temporary.resolve("index")); RecordLoader loader = index.loader(BANK, told::addAll)) {
			for (int row = 0; row < population.size(); row++) {
				loader.add(record(row));
				if (row % 1_500 == 7) {
					assertThat(index.add(BANK, List.of(named(row)))).containsExactly("row" + row);
					assertThat(index.idsOf(hash(row))).contains("row" + row);
					assertThat(index.withdraw(List.of("row" + row))).isEqualTo(1);
				}
			}
			loader.commit();
			assertThat(told).hasSize(population.size());
			assertThat(index.stats().records()).isEqualTo(population.size());
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void whatWasNotCommittedIsGivenUpOnClosing() throws IOException {
		try (HashIndex index = HashIndex.create(temporary.resolve("index"))) {
			try (RecordLoader loader = index.loader(BANK, told::addAll)) {
				loader.add(record(0));
			}
			assertThat(told).isEmpty();
			assertThat(index.stats().records()).isZero();
		}
	}

	@Test
	void whatCannotBeLoadedIsSaid() throws IOException {
		Path folder = temporary.resolve("index");
		try (HashIndex index = HashIndex.create(folder)) {
			assertRefused(Reason.UNKNOWN_BANK, () -> index.loader("nowhere", told::addAll));
			// such a record is never made, so that no batch fails behind others that are durable already
			assertThatIllegalArgumentException().isThrownBy(() -> record(0).withIdAndBank("half \uD83D", BANK));
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			assertRefused(Reason.READ_ONLY, () -> index.loader(BANK, told::addAll));
		}
	}
}

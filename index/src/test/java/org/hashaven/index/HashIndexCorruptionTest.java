package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files: opening or verifying says so, or the answers are what they were; a lookup before that may refuse but does not end the JVM.
 */
class HashIndexCorruptionTest {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int FLIPS_A_FILE = 20;
	private static final int MAX_STOPS = 20;
	private static final int CUTS_A_FILE = 4;

	@TempDir
	private Path temporary;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);
	private final HashPopulation population = HashPopulation.of(HashPopulation.Kind.CLUSTERED, 120, seed);

	private Path folder;
	private List<MatchResult<HashMatch>> answers;

	/** One segment in files of its own, with a record withdrawn, and one in a compound file. */
	@BeforeEach
	void makeIndex() throws IOException {
		folder = temporary.resolve("index");
		try (HashIndex index = HashIndex.create(folder)) {
			index.add(BANK, records(0, 50));
			index.add(BANK, records(50, 100));
			index.compact();
			index.withdraw(List.of("7"));
			index.add(BANK, records(100, 120));
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			answers = ask(index);
			assertThat(index.stats().segments()).isEqualTo(2);
			assertThat(index.stats().withdrawnOnDisk()).isEqualTo(1);
		}
		assertThat(files()).extracting(file -> file.toString().replaceFirst(".*\\.", "")).contains("hmd", "hmm", "cfs", "liv");
	}

	private List<HashRecord> records(int from, int to) {
		List<HashRecord> records = new ArrayList<>();
		for (int row = from; row < to; row++) {
			records.add(HashRecord.ofPhoto(Hashes.of(population, row), 100).withIdAndBank("" + row, BANK));
		}
		return records;
	}

	private List<MatchResult<HashMatch>> ask(HashIndex index) throws IOException {
		List<MatchResult<HashMatch>> answered = new ArrayList<>();
		for (int row = 0; row < population.size(); row += 5) {
			answered.add(index.match(Hashes.of(population, row), MatchOptions.DEFAULT.withRadius(64)));
		}
		return answered;
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
		}
	}

	/** Whether the damage was noticed; if it was not, it must have done nothing. */
	private boolean noticed(String what) throws IOException {
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			List<MatchResult<HashMatch>> answered = null;
			try {
				answered = ask(index);
			} catch (IndexException e) {
				assertThat(e.reason()).as(what).isEqualTo(Reason.CORRUPT);
			}
			if (!index.verify().clean()) {
				return true;
			}
			assertThat(answered).as(what).isEqualTo(answers);
			return false;
		} catch (IndexException e) {
			assertThat(e.reason()).as(what).isIn(Reason.CORRUPT, Reason.MISSING, Reason.NEWER_VERSION);
			return true;
		}
	}

	@Test
	void flippedBits() throws IOException {
		assertThat(noticed("nothing")).isFalse();
		for (Path file : files()) {
			byte[] right = Files.readAllBytes(file);
			for (int flip = 0; flip < FLIPS_A_FILE; flip++) {
				byte[] wrong = right.clone();
				int bit = random.nextInt(8 * wrong.length);
				wrong[bit / 8] ^= (byte) (1 << bit % 8);
				Files.write(file, wrong);
				String what = "bit %d of %s, %s".formatted(bit, file.getFileName(), Seeds.describe(seed));
				assertThat(noticed(what)).as(what).isTrue();
			}
			Files.write(file, right);
		}
	}

	@Test
	void compactingDamageIsRefusedAsDamage() throws IOException {
		Path data = files().stream().filter(file -> file.toString().endsWith(".hmd")).findFirst().orElseThrow();
		byte[] wrong = Files.readAllBytes(data);
		wrong[wrong.length / 2] ^= 1;
		Files.write(data, wrong);
		try (HashIndex index = HashIndex.open(folder)) {
			// What was withdrawn before is being erased: that may meet the damage first, and the next caller hears that the writer stopped.
			Reason reason = refusal(index);
			for (int again = 0; reason == Reason.STOPPED && again < MAX_STOPS; again++) {
				reason = refusal(index);
			}
			assertThat(reason).isEqualTo(Reason.CORRUPT);
		}
	}

	private static Reason refusal(HashIndex index) {
		IndexException refusal = catchThrowableOfType(IndexException.class, index::compact);
		assertThat(refusal).isNotNull();
		return refusal.reason();
	}

	@Test
	void filesCutShortOrLengthenedOrLost() throws IOException {
		for (Path file : files()) {
			byte[] right = Files.readAllBytes(file);
			for (int cut = 0; cut < CUTS_A_FILE; cut++) {
				int length = cut == 0 ? 0 : random.nextInt(right.length);
				Files.write(file, Arrays.copyOf(right, length));
				String what = "%s cut to %d bytes, %s".formatted(file.getFileName(), length, Seeds.describe(seed));
				assertThat(noticed(what)).as(what).isTrue();
			}
			Files.write(file, Arrays.copyOf(right, right.length + 1 + random.nextInt(100)));
			assertThat(noticed("lengthened " + file.getFileName())).as(file.getFileName().toString()).isTrue();
			Files.delete(file);
			assertThat(noticed("lost " + file.getFileName())).as(file.getFileName().toString()).isTrue();
			Files.write(file, right);
		}
		assertThat(noticed("nothing")).isFalse();
	}

	@Test
	void aFileCutShortWhileItIsMapped() throws IOException {
		HashPopulation many = HashPopulation.of(HashPopulation.Kind.UNIFORM, 20_000, seed);
		Path large = temporary.resolve("large");
		try (HashIndex index = HashIndex.create(large)) {
			List<HashRecord> records = new ArrayList<>();
			for (int row = 0; row < many.size(); row++) {
				records.add(HashRecord.ofPhoto(Hashes.of(many, row), 100));
			}
			index.add(BANK, records);
		}
		Path data;
		try (Stream<Path> files = Files.list(large)) {
			data = files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
		}
		try (HashIndex index = HashIndex.openReadOnly(large)) {
			Hash256 query = Hashes.of(many, 0);
			assertThat(index.match(query, MatchOptions.DEFAULT).matches()).hasSize(1);
			try (FileChannel channel = FileChannel.open(data, StandardOpenOption.WRITE)) {
				channel.truncate(4_096);
			}
			assertRefused(Reason.CORRUPT, () -> index.match(query, MatchOptions.DEFAULT));
		}
	}

	@Test
	void anotherSegmentsFileInItsPlace() throws IOException {
		Path other = temporary.resolve("other");
		try (HashIndex index = HashIndex.create(other)) {
			index.add(BANK, records(0, 50));
			index.add(BANK, records(50, 100));
			index.compact();
		}
		for (Path file : files()) {
			Path same = other.resolve(file.getFileName().toString());
			if (Files.exists(same) && (file.toString().endsWith(".hmd") || file.toString().endsWith(".hmm"))) {
				ByteBuffer right = ByteBuffer.wrap(Files.readAllBytes(file));
				Files.write(file, Files.readAllBytes(same));
				assertThat(noticed("another " + file.getFileName())).isTrue();
				Files.write(file, right.array());
			}
		}
		assertThat(noticed("nothing")).isFalse();
	}
}

package org.hashaven.benchmarks.proof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexException;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.VerifyReport;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * Copies of one small index to be damaged: a large segment in files of its own, smaller ones in compound files, withdrawals in each. Judges
 * how damage comes to light.
 */
final class DamagedIndex implements Closeable {

	/** How damage came to light. */
	enum Outcome {
		/** The index did not open. */
		OPEN,
		/** A lookup refused, and verify found fault. */
		LOOKUP,
		/** Every lookup was answered, and verify found fault. */
		VERIFY,
		/** Verify found nothing, and all answers are right. */
		HARMLESS,
		/** The file was cut under an open index, and verify refused as well. */
		REFUSED,
		/** Compacting refused, or verify found fault afterwards. */
		COMPACT
	}

	private static final String BANK = Bank.DEFAULT.name();
	private static final int QUERIES = 24;
	private static final int[] RADII = {31, 0, 64};

	private final Path original;
	private final Path copy;
	private final Rows rows;
	private final long[][] queries = new long[QUERIES][];
	private final List<List<HashMatch>> expected = new ArrayList<>();

	/**
	 * @param original
	 *            where the index is, or is to be made
	 * @param copy
	 *            where it gets damaged
	 */
	DamagedIndex(Path original, Path copy, int size, long seed) {
		this.original = original;
		this.copy = copy;
		HashPopulation population = HashPopulation.of(HashPopulation.Kind.CLUSTERED, size, seed);
		this.rows = Rows.of(population);
		SplittableRandom random = new SplittableRandom(seed);
		withdrawn().forEach(row -> rows.live().clear(row));
		for (int query = 0; query < QUERIES; query++) {
			queries[query] = HashPopulation.near(population.hash(random.nextInt(size)), random.nextInt(40), random);
			expected.add(Rows.matches(rows.expected(queries[query], radius(query)), BANK));
		}
	}

	private static int radius(int query) {
		return RADII[query % RADII.length];
	}

	/** One row in nine. */
	private IntStream withdrawn() {
		return IntStream.range(0, rows.size()).filter(row -> row % 9 == 4);
	}

	/** Makes the undamaged index. */
	void make() throws IOException {
		int large = rows.size() * 4 / 5;
		int middle = rows.size() * 19 / 20;
		try (HashIndex index = HashIndex.create(original)) {
			index.add(BANK, records(0, 1));
			index.add(BANK, records(1, large));
			index.compact();
			index.add(BANK, records(large, middle));
			index.add(BANK, records(middle, rows.size()));
			index.withdraw(withdrawn().mapToObj(Integer::toString).toList());
		}
		try (HashIndex index = HashIndex.openReadOnly(original)) {
			Answers.require(index.stats().segments() == 3 && index.stats().withdrawnOnDisk() > 0, "not the index that was wanted");
			Answers.require(right(index) && index.verify().clean(), "damaged before it was damaged");
		}
	}

	private List<HashRecord> records(int from, int to) {
		List<HashRecord> records = new ArrayList<>();
		for (int row = from; row < to; row++) {
			records.add(HashRecord.ofPhoto(Queries.of(rows.hash(row)), 100).withIdAndBank(Integer.toString(row), BANK));
		}
		return records;
	}

	/**
	 * Damages a fresh copy and looks what comes of it.
	 *
	 * @param compacts
	 *            whether to open for writing and compact, so that damage could be copied and given a checksum of its own
	 * @throws IllegalStateException
	 *             when an answer is wrong in silence
	 * @throws IndexException
	 *             with a reason that is none of damage
	 */
	Outcome judge(Damage damage, boolean compacts) throws IOException {
		close();
		Files.createDirectories(copy);
		for (Path file : Scratch.indexFiles(original)) {
			Path same = copy.resolve(file.getFileName().toString());
			if (damage.file().equals(same.getFileName().toString())) {
				Files.copy(file, same, StandardCopyOption.REPLACE_EXISTING);
			} else {
				Files.createLink(same, file); // Lucene never changes a file that it has closed
			}
		}
		if (damage.kind() == Damage.Kind.CUT_WHILE_OPEN) {
			return judgeOpen(damage);
		}
		damage.apply(copy);
		if (compacts) {
			return judgeCompacted();
		}
		try (HashIndex index = HashIndex.openReadOnly(copy)) {
			return judgeAnswers(index);
		} catch (IndexException e) {
			requireDamage(e);
			return Outcome.OPEN;
		}
	}

	private Outcome judgeAnswers(HashIndex index) throws IOException {
		boolean refused = false;
		boolean right = false;
		try {
			right = right(index);
		} catch (IndexException e) {
			requireDamage(e);
			refused = true;
		}
		VerifyReport report = index.verify();
		if (!report.clean()) {
			return refused ? Outcome.LOOKUP : Outcome.VERIFY;
		}
		Answers.require(!refused, "verify is clean but a lookup refuses");
		Answers.require(right, "verify is clean but an answer is not right");
		return Outcome.HARMLESS;
	}

	/**
	 * Where a mapped file ends inside a page the system shows zeros, which a lookup cannot tell from what was written; beyond that page it
	 * refuses. Verify notices both.
	 */
	private Outcome judgeOpen(Damage damage) throws IOException {
		try (HashIndex index = HashIndex.openReadOnly(copy)) {
			Answers.require(right(index), "the copy is not the index");
			damage.apply(copy);
			return judgeAnswers(index);
		} catch (IndexException e) {
			requireDamage(e);
			return Outcome.REFUSED;
		}
	}

	private Outcome judgeCompacted() throws IOException {
		try (HashIndex index = HashIndex.open(copy)) {
			index.compact();
		} catch (IndexException e) {
			requireDamage(e);
			return Outcome.COMPACT;
		}
		try (HashIndex index = HashIndex.openReadOnly(copy)) {
			return judgeAnswers(index);
		} catch (IndexException e) {
			requireDamage(e);
			return Outcome.COMPACT;
		}
	}

	private static void requireDamage(IndexException e) throws IndexException {
		switch (e.reason()) {
			case CORRUPT, MISSING, NEWER_VERSION, STOPPED -> {
				// said as it should be
			}
			default -> throw e;
		}
	}

	private boolean right(HashIndex index) throws IOException {
		MatchOptions uncapped = MatchOptions.DEFAULT.withResultCap(rows.size() + 1);
		boolean right = true;
		for (int query = 0; query < QUERIES; query++) {
			MatchResult<HashMatch> found = index.match(Queries.of(queries[query]), uncapped.withRadius(radius(query)));
			right &= found.matches().equals(expected.get(query));
		}
		return right;
	}

	/** Takes the copy away. */
	@Override
	public void close() throws IOException {
		if (Files.exists(copy)) {
			Scratch.delete(copy);
		}
	}
}

package org.hashaven.benchmarks.proof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexException;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.testdata.hashes.HashPopulation;

/** An index that will be refused by its disk, with all that it acknowledged. */
final class TroubledIndex implements Closeable {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int MANY = 1_000;
	private static final int SAMPLE = 2_000;

	private final Path folder;
	private final SplittableRandom random;
	private final Rows rows = new Rows();
	private final BitSet unsure = new BitSet();
	private HashIndex index;
	private boolean closed;

	TroubledIndex(Path folder, SplittableRandom random) throws IOException {
		this.folder = folder;
		this.random = random;
		this.index = HashIndex.create(folder);
	}

	int records() {
		return rows.live().cardinality();
	}

	void add(int count) throws IOException {
		List<HashRecord> batch = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int row = rows.add(HashPopulation.uniform(random));
			unsure.set(row);
			batch.add(HashRecord.ofPhoto(Queries.of(rows.hash(row)), 100).withIdAndBank(Integer.toString(row), BANK));
		}
		index.add(BANK, batch);
		unsure.clear(rows.size() - count, rows.size());
	}

	void withdraw(int count) throws IOException {
		List<Integer> chosen = new ArrayList<>();
		for (int row = rows.live().nextSetBit(random.nextInt(rows.size())); row >= 0 && chosen.size() < count;) {
			chosen.add(row);
			row = rows.live().nextSetBit(row + 1 + random.nextInt(3));
		}
		chosen.forEach(unsure::set);
		index.withdraw(chosen.stream().map(row -> Integer.toString(row)).toList());
		chosen.forEach(row -> {
			unsure.clear(row);
			rows.live().clear(row);
		});
	}

	void compact() throws IOException {
		index.compact();
	}

	long sizeBytes() throws IOException {
		return index.stats().sizeBytes();
	}

	/** Changes of all sorts. */
	void work() throws IOException {
		switch (random.nextInt(12)) {
			case 0, 1, 2 -> withdraw(1 + random.nextInt(50));
			case 3 -> compact();
			case 4 -> index.erase();
			default -> add(1 + random.nextInt(random.nextInt(4) == 0 ? MANY : 20));
		}
	}

	/** Works until the disk refuses, and holds the refusal to its word: it is one, lookups go on, and so do other readers. */
	void workUntilRefused() throws IOException {
		try {
			while (true) {
				work();
			}
		} catch (IndexException e) {
			requireRefusal(e);
		}
	}

	/** Holds a refusal to its word: it is one, lookups go on, and so do other readers. */
	void requireRefusal(IndexException e) throws IOException {
		Answers.require(e.reason() == Reason.DISK || e.reason() == Reason.STOPPED, "refused with " + e.reason());
		requireRight(index);
		try (HashIndex other = HashIndex.openReadOnly(folder)) {
			requireRight(other);
			Answers.require(other.verify().clean(), "verify found faults on the full disk");
		}
	}

	/** Closes it and opens it again while the disk still refuses; it may refuse that too. */
	void openAgainInTrouble() throws IOException {
		index.close();
		closed = true;
		try {
			index = HashIndex.open(folder);
			closed = false;
			requireRight(index);
		} catch (IndexException e) {
			Answers.require(e.reason() == Reason.DISK || e.reason() == Reason.STOPPED, "opening was refused with " + e.reason());
		}
	}

	/** Goes on, now that the disk takes writes again: by itself, unless it could not be opened in trouble. */
	void recover() throws IOException {
		if (closed) {
			index = HashIndex.open(folder);
			closed = false;
		}
		try {
			add(1);
		} catch (IndexException e) {
			Answers.require(e.reason() == Reason.STOPPED, "refused with " + e.reason() + " after the trouble");
			add(1); // once somebody is told of what failed in the background
		}
		settle();
		requireRight(index);
		for (int i = 0; i < 20; i++) {
			work();
		}
		compact();
		requireRight(index);
		Answers.require(index.verify().clean(), "verify found faults after the trouble");
	}

	/** Takes over what became of the changes that were not acknowledged. */
	private void settle() throws IOException {
		for (int row = unsure.nextSetBit(0); row >= 0; row = unsure.nextSetBit(row + 1)) {
			rows.live().set(row, !index.idsOf(Queries.of(rows.hash(row))).isEmpty());
		}
		unsure.clear();
	}

	/** Counts all records, and looks up the newest and a sample of the others. */
	private void requireRight(HashIndex asked) throws IOException {
		BitSet certain = (BitSet) rows.live().clone();
		certain.andNot(unsure);
		long more = asked.stats().records() - certain.cardinality();
		Answers.require(more >= 0 && more <= unsure.cardinality(), "records are lost or back: " + more + " too many");
		int each = 1 + rows.size() / SAMPLE;
		for (int row = random.nextInt(each); row < rows.size(); row += row < rows.size() - SAMPLE ? each : 1) {
			if (!unsure.get(row)) {
				List<String> ids = asked.idsOf(Queries.of(rows.hash(row)));
				List<String> expected = rows.live().get(row) ? List.of(Integer.toString(row)) : List.of();
				Answers.require(ids.equals(expected), "hash %d: found %s, not %s".formatted(row, ids, expected));
			}
		}
	}

	@Override
	public void close() throws IOException {
		index.close();
	}
}

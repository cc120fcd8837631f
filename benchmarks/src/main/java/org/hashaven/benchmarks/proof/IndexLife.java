package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.MatchResult;

/** One index from its first record to its last compaction, asked at every step. */
final class IndexLife {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int SEGMENTS = 7;

	private final Path folder;
	private final Rows rows;
	private final AnswerVerifier asker;
	private final SplittableRandom random;

	IndexLife(Path folder, Rows rows, AnswerVerifier asker, SplittableRandom random) {
		this.folder = folder;
		this.rows = rows;
		this.asker = asker;
		this.random = random;
	}

	void live() throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			add(index, rows.live());
			ask("as written", index);
			withdraw(index);
			ask("after withdrawals", index);
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			ask("opened again", index);
		}
		try (HashIndex index = HashIndex.open(folder)) {
			index.compact();
			ask("compacted", index);
			BitSet back = new BitSet();
			back.set(0, rows.size());
			back.andNot(rows.live());
			add(index, back);
			rows.live().or(back);
			withdraw(index);
			ask("withdrawn ids added again", index);
			index.compact();
			askOtherwise(index);
			Answers.require(index.verify().clean(), "verify found faults");
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			ask("compacted and opened again", index);
		}
	}

	/** In uneven batches, each a segment until Lucene merges it. */
	private void add(HashIndex index, BitSet chosen) throws IOException {
		List<HashRecord> batch = new ArrayList<>();
		int limit = 1 + random.nextInt(1 + 2 * rows.size() / SEGMENTS);
		for (int row = chosen.nextSetBit(0); row >= 0; row = chosen.nextSetBit(row + 1)) {
			batch.add(HashRecord.ofPhoto(Queries.of(rows.hash(row)), 100).withIdAndBank(Integer.toString(row), BANK));
			if (batch.size() == limit) {
				index.add(BANK, batch);
				batch.clear();
				limit = 1 + random.nextInt(1 + 2 * rows.size() / SEGMENTS);
			}
		}
		index.add(BANK, batch);
	}

	/** About a third of the rows by id, and one hash with all its duplicates. */
	private void withdraw(HashIndex index) throws IOException {
		List<String> ids = new ArrayList<>();
		for (int row = 0; row < rows.size(); row++) {
			if (rows.live().get(row) && random.nextInt(3) == 0) {
				rows.live().clear(row);
				ids.add(Integer.toString(row));
			}
		}
		Answers.require(index.withdraw(ids) == ids.size(), "a record was not there to be withdrawn");
		long[] hash = rows.hash(random.nextInt(rows.size()));
		long[] same = rows.expected(hash, 0);
		Answers.require(index.withdrawHash(Queries.of(hash)) == same.length, "records of a hash were not there to be withdrawn");
		for (long packed : same) {
			rows.live().clear((int) packed);
		}
	}

	private void ask(String state, HashIndex index) throws IOException {
		MatchOptions uncapped = MatchOptions.DEFAULT.withResultCap(rows.size() + 1);
		asker.ask(state, (query, radius) -> Rows.found(index.match(Queries.of(query), uncapped.withRadius(radius))));
	}

	/** With a cap, many at once, and for the nearest. */
	private void askOtherwise(HashIndex index) throws IOException {
		int radius = random.nextInt(Bank.MAX_RADIUS + 1);
		MatchOptions uncapped = MatchOptions.DEFAULT.withRadius(radius).withResultCap(rows.size() + 1);
		List<Hash256> hashes = Arrays.stream(asker.queries()).map(Queries::of).toList();
		List<MatchResult<HashMatch>> atOnce = index.matchAll(hashes.stream().map(Query::of).toList(), uncapped);
		for (int query = 0; query < hashes.size(); query++) {
			List<HashMatch> all = Rows.matches(rows.expected(asker.queries()[query], Hash256.BITS), BANK);
			List<HashMatch> within = all.stream().filter(match -> match.distanceBits() <= radius).toList();
			Answers.require(atOnce.get(query).matches().equals(within), "many at once, radius " + radius);
			int cap = 1 + random.nextInt(1 + within.size());
			MatchResult<HashMatch> capped = index.match(hashes.get(query), uncapped.withResultCap(cap));
			Answers.require(capped.matches().equals(within.subList(0, Math.min(cap, within.size()))), "not the nearest, cap " + cap);
			Answers.require(capped.capped() == within.size() > cap, "it does not say whether the cap was hit");
			int count = 1 + random.nextInt(100);
			List<HashMatch> nearest = all.subList(0, Math.min(count, all.size()));
			Answers.require(index.nearest(hashes.get(query), count).equals(nearest), "not the nearest " + count);
		}
	}
}

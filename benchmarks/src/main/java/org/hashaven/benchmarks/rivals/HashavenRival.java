package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.benchmarks.search.Percentile;
import org.hashaven.hash.Quality;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.MatchResult;

/** This library: records whose ids are their rows, durable, compacted to one segment. */
final class HashavenRival implements Rival {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int BATCH = 1_000_000; // each is a commit
	private static final int OPENINGS = 11;
	private static final MatchOptions OPTIONS = MatchOptions.DEFAULT.withRadius(RADIUS).withResultCap(1_000_000);

	private final Path folder;
	private final HashFile hashes;
	private final HashFile queries;
	private HashIndex index;

	HashavenRival(Path folder, HashFile hashes, HashFile queries) throws IOException {
		this.folder = folder;
		this.hashes = hashes;
		this.queries = queries;
		this.index = HashIndex.create(folder);
	}

	@Override
	public String name() {
		return "hashaven";
	}

	@Override
	public void build(Figures figures) throws IOException {
		long start = System.nanoTime();
		for (int from = 0; from < hashes.size(); from += BATCH) {
			int to = Math.min(from + BATCH, hashes.size());
			List<HashRecord> batch = new ArrayList<>(to - from);
			for (int row = from; row < to; row++) {
				batch.add(HashRecord.ofPhoto(hashes.hash(row), Quality.MAX).withIdAndBank(Integer.toString(row), BANK));
			}
			index.add(BANK, batch);
		}
		double addSeconds = Figures.secondsSince(start);
		index.compact();
		figures.put(name(), "add_s", addSeconds);
		figures.put(name(), Figures.BUILD_SECONDS, Figures.secondsSince(start));
		IndexStats stats = index.stats();
		figures.put(name(), Figures.BYTES_A_RECORD, (double) stats.sizeBytes() / stats.records());
		figures.put(name(), Figures.OPEN_MS, open());
	}

	/** The median time to open it for writing, in ms; leaves it open for reading. */
	private double open() throws IOException {
		index.close();
		double[] milliseconds = new double[OPENINGS];
		for (int i = 0; i < OPENINGS; i++) {
			long start = System.nanoTime();
			HashIndex.open(folder).close();
			milliseconds[i] = Figures.secondsSince(start) * 1e3;
		}
		index = HashIndex.openReadOnly(folder);
		return Percentile.median(milliseconds);
	}

	@Override
	public Asked ask(int from, int to, double seconds) throws IOException {
		return Asked.oneByOne(queries, from, to, seconds, query -> index.match(query, OPTIONS), HashavenRival::rows);
	}

	@Override
	public Asked askTogether(int from, int to) throws IOException {
		return Asked.together(queries, from, to, together -> index.matchAll(together.stream().map(Query::of).toList(), OPTIONS),
				HashavenRival::rows);
	}

	private static long[] rows(MatchResult<HashMatch> result) {
		return result.matches().stream().mapToLong(match -> Asked.packed(Integer.parseInt(match.id()), match.distanceBits())).sorted()
				.toArray();
	}

	@Override
	public void close() throws IOException {
		index.close();
	}
}

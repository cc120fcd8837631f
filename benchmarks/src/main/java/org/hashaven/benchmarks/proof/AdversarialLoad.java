package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.hashaven.benchmarks.search.Percentile;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * What an attacker would add to make an index slow or blind: near-duplicates around one point, all zeros and all ones, a flood of low
 * quality, and hashes that agree with a target in one slot of 16 bits, or in two neighbouring ones, and nowhere else. Lookups at each of
 * these points, near them and elsewhere are exact, and their times are said, with the default cap on results and whether it was hit.
 *
 * <pre>
 * AdversarialLoad [ordinary records [seed]]          1000000
 * </pre>
 *
 * Each attack is a tenth as large as the ordinary records, each of the 32 on slots too.
 */
public final class AdversarialLoad {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int ATTACK_SHARE = 10;
	private static final int BATCH = 20_000;
	private static final int SLOTS = 16;
	private static final long SLOT_MASK = 0xFFFF;
	private static final int TIMED = 300;
	private static final int ASSERTED = 6;
	private static final int NEAR_BITS = 24;

	private final HashIndex index;
	private final SplittableRandom random;
	private final Rows rows = new Rows();
	private final List<HashRecord> batch = new ArrayList<>();
	private final Map<String, long[]> targets = new LinkedHashMap<>();

	AdversarialLoad(HashIndex index, long seed) {
		this.index = index;
		this.random = new SplittableRandom(seed);
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		Arguments arguments = new Arguments(args);
		int ordinary = arguments.next(1_000_000);
		long seed = arguments.seed();
		try (Scratch scratch = new Scratch("flood"); HashIndex index = HashIndex.create(scratch.resolve("index"))) {
			AdversarialLoad flood = new AdversarialLoad(index, seed);
			flood.fill(ordinary);
			flood.ask("as written").forEach(System.out::println);
			index.compact();
			flood.ask("compacted").forEach(System.out::println);
		}
	}

	/** Adds the ordinary records and all attacks. */
	void fill(int ordinary) throws IOException {
		int each = ordinary / ATTACK_SHARE;
		add(ordinary, 100, () -> HashPopulation.uniform(random));
		targets.put("elsewhere", HashPopulation.uniform(random));
		long[] point = target("near-duplicates");
		add(each, 100, () -> HashPopulation.near(point, random.nextInt(NEAR_BITS), random));
		for (long word : new long[]{0, -1L}) {
			targets.put(word == 0 ? "all zeros" : "all ones", HashPopulation.filled(word));
			add(each, 100, () -> HashPopulation.near(HashPopulation.filled(word), random.nextInt(2) * random.nextInt(NEAR_BITS), random));
		}
		long[] low = target("a flood of low quality");
		add(each, 0, () -> HashPopulation.near(low, random.nextInt(NEAR_BITS), random));
		add(1, 100, () -> HashPopulation.near(low, 1, random));
		long[] inOne = target("equal in one slot");
		long[] inTwo = target("equal in two neighbouring slots");
		for (int slot = 0; slot < SLOTS; slot++) {
			int first = slot;
			add(each, 100, () -> withSlot(HashPopulation.uniform(random), inOne, first));
			add(each, 100, () -> withSlot(withSlot(HashPopulation.uniform(random), inTwo, first), inTwo, (first + 1) % SLOTS));
		}
		flush();
	}

	private long[] target(String name) {
		long[] target = HashPopulation.uniform(random);
		targets.put(name, target);
		return target;
	}

	/** A hash with the bits of one slot from another. */
	private static long[] withSlot(long[] hash, long[] from, int slot) {
		int shift = Short.SIZE * (slot % HashPopulation.WORDS);
		int word = slot / HashPopulation.WORDS;
		hash[word] ^= (hash[word] ^ from[word]) & (SLOT_MASK << shift);
		return hash;
	}

	private void add(int count, int quality, Supplier<long[]> hashes) throws IOException {
		for (int i = 0; i < count; i++) {
			int row = rows.add(hashes.get());
			rows.live().set(row, quality >= Bank.DEFAULT_QUALITY_FLOOR);
			batch.add(HashRecord.ofPhoto(Queries.of(rows.hash(row)), quality).withIdAndBank(Integer.toString(row), BANK));
			if (batch.size() == BATCH) {
				flush();
			}
		}
	}

	private void flush() throws IOException {
		index.add(BANK, batch);
		batch.clear();
	}

	/** Asks at and near each target; gives a line for each. */
	List<String> ask(String state) throws IOException {
		List<String> lines = new ArrayList<>();
		IndexStats stats = index.stats();
		Answers.require(stats.records() == rows.size(), stats.records() + " records");
		lines.add("%s: %,d records in %d segments, %.1f bytes each".formatted(state, rows.size(), stats.segments(),
				(double) stats.sizeBytes() / rows.size()));
		for (Map.Entry<String, long[]> target : targets.entrySet()) {
			boolean fixed = !target.getKey().equals("elsewhere");
			lines.add(ask("at ", target.getKey(), () -> fixed ? target.getValue() : HashPopulation.uniform(random)));
			lines.add(ask("near ", target.getKey(), () -> HashPopulation.near(fixed
					? target.getValue()
					: rows.hash(random.nextInt(rows.size())), random.nextInt(Bank.DEFAULT_RADIUS + 1), random)));
		}
		return lines;
	}

	private String ask(String where, String name, Supplier<long[]> queries) throws IOException {
		for (int query = 0; query < ASSERTED; query++) {
			int radius = query % 2 == 0 ? Bank.DEFAULT_RADIUS : random.nextInt(Bank.MAX_RADIUS + 1);
			requireExact(queries.get(), radius);
		}
		double[] microseconds = new double[TIMED];
		int capped = 0;
		long matches = 0;
		for (int query = 0; query < TIMED; query++) {
			Hash256 hash = Queries.of(queries.get());
			long start = System.nanoTime();
			MatchResult<HashMatch> answer = index.match(hash, MatchOptions.DEFAULT);
			microseconds[query] = (System.nanoTime() - start) / 1e3;
			capped += answer.capped() ? 1 : 0;
			matches += answer.matches().size();
		}
		return "%-42s median %,9.0f µs, p99 %,9.0f µs, max %,9.0f µs, %,8d matches, cap hit in %3d of %d; %d answers equal to the oracle's"
				.formatted(where + name, Percentile.median(microseconds), Percentile.of(microseconds, 99),
						Percentile.of(microseconds, 100), matches / TIMED,
						capped, TIMED, ASSERTED);
	}

	private void requireExact(long[] query, int radius) throws IOException {
		long[] expected = rows.expected(query, radius);
		MatchOptions options = MatchOptions.DEFAULT.withRadius(radius);
		long[] found = Rows.found(index.match(Queries.of(query), options.withResultCap(rows.size() + 1)));
		Answers.require(Arrays.equals(found, expected),
				"radius %d: %d found, %d expected".formatted(radius, found.length, expected.length));
		MatchResult<HashMatch> capped = index.match(Queries.of(query), options);
		Answers.require(capped.capped() == (expected.length > MatchOptions.DEFAULT_RESULT_CAP), "the cap does not say whether it was hit");
		Answers.require(capped.matches().size() == Math.min(expected.length, MatchOptions.DEFAULT_RESULT_CAP), "not as many as the cap");
		for (int i = 0; i < capped.matches().size(); i++) {
			Answers.require(capped.matches().get(i).distanceBits() == Rows.distanceBits(expected[i]), "not the nearest");
		}
	}
}

package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hashaven.index.IndexExceptionAssert.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.MediaKind;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.testdata.hashes.NaiveHamming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lookups other than of one hash within one radius. */
class HashIndexLookupTest {

	@TempDir
	private Path folder;

	private final long seed = Seeds.next();

	private static HashRecord record(String id, Hash256 hash) {
		return new HashRecord(id, hash, 100, MediaKind.PHOTO, null, null);
	}

	@Test
	void theNearestAreFoundHoweverFar() throws IOException {
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			HashPopulation population = HashPopulation.of(HashPopulation.Kind.UNIFORM, 300, seed);
			List<HashRecord> records = IntStream.range(0, 300).mapToObj(row -> record("" + row, Hashes.of(population, row))).toList();
			index.add("default", records);
			index.withdraw(List.of("7"));
			long[] query = population.hash(7);
			List<Integer> distances = IntStream.range(0, 300).filter(row -> row != 7)
					.map(row -> NaiveHamming.distance(population.hash(row), query)).sorted().boxed().toList();

			for (int count : new int[]{1, 5, 299, 1_000}) {
				assertThat(index.nearest(Hashes.of(query), count)).as(Seeds.describe(seed)).extracting(HashMatch::distanceBits)
						.isEqualTo(distances.subList(0, Math.min(count, 299)));
			}
			assertThatIllegalArgumentException().isThrownBy(() -> index.nearest(Hashes.of(query), 0));
		}
	}

	@Test
	void manyHashesAreLookedUpAsOneByOne() throws IOException {
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			HashPopulation population = HashPopulation.of(HashPopulation.Kind.CLUSTERED, 6_000, seed);
			index.add("default", IntStream.range(0, 6_000).mapToObj(row -> record("" + row, Hashes.of(population, row))).toList());
			List<Hash256> hashes = IntStream.range(0, 500).mapToObj(i -> Hashes.of(population, i * 11)).toList();

			List<MatchResult<HashMatch>> answers = index.matchAll(hashes.stream().map(Query::of).toList(), MatchOptions.DEFAULT);

			assertThat(answers).hasSize(500);
			for (int i = 0; i < 500; i++) {
				assertThat(answers.get(i)).as(Seeds.describe(seed)).isEqualTo(index.match(hashes.get(i), MatchOptions.DEFAULT));
				assertThat(answers.get(i).stats().search().segments()).isPositive();
			}
			assertThat(index.matchAll(List.of(), MatchOptions.DEFAULT)).isEmpty();
			assertRefused(Reason.UNKNOWN_BANK,
					() -> index.matchAll(hashes.stream().map(Query::of).toList(), MatchOptions.DEFAULT.withBanks(Set.of("nobody"))));
		}
	}

	@Test
	void aLookupInSomeBanksPassesOverSegmentsWithoutThem() throws IOException {
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			Hash256 hash = Hashes.of(HashPopulation.of(HashPopulation.Kind.UNIFORM, 1, seed), 0);
			index.putBank(new Bank("crowded", 31, 0, Purpose.BLOCK));
			index.putBank(new Bank("small", 31, 0, Purpose.BLOCK));
			index.putBank(new Bank("empty", 31, 0, Purpose.BLOCK));
			index.add("crowded", IntStream.range(0, 5_000).mapToObj(i -> record("c" + i, hash)).toList());
			index.add("small", List.of(record("s", hash)));
			index.add("default", List.of(record("d", hash)));

			MatchResult<HashMatch> small = index.match(hash, MatchOptions.DEFAULT.withBanks(Set.of("small")));
			MatchResult<HashMatch> two = index.match(hash, MatchOptions.DEFAULT.withBanks(Set.of("small", "default")));

			assertThat(small.matches()).extracting(HashMatch::id).containsExactly("s");
			assertThat(small.stats().search().segments()).isLessThan(index.stats().segments());
			assertThat(two.matches()).extracting(HashMatch::id).containsExactly("d", "s");
			index.compact();
			assertThat(index.match(hash, MatchOptions.DEFAULT.withBanks(Set.of("small"))).matches()).isEqualTo(small.matches());
			assertThat(index.match(hash, MatchOptions.DEFAULT).matches()).hasSize(5_002);
			assertThat(index.match(hash, MatchOptions.DEFAULT.withBanks(Set.of("empty"))).stats().search().segments()).isZero();
		}
	}
}

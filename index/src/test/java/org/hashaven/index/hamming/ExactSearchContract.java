package org.hashaven.index.hamming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.testdata.hashes.NaiveHamming;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every way to search promises: for any population, any query and any radius 0..64, exactly the rows that the slow oracle finds, each
 * at its distance.
 */
public abstract class ExactSearchContract {

	/** Largest radius asked for. */
	protected static final int MAX_RADIUS = 64;

	private static final int[] SIZES = {0, 1, 2, 3_000};

	/** A population that can be searched. */
	public interface Subject extends Closeable {

		/** The rows found, in any order, each packed as {@code row * 1000 + distance}. */
		IntStream search(long[] query, int radius) throws IOException;
	}

	/** Takes in the rows of a population that are not withdrawn. */
	protected abstract Subject open(HashPopulation population, BitSet withdrawn) throws IOException;

	/** Whether some rows are to be taken in and withdrawn again. */
	protected abstract boolean withdraws();

	static Stream<Arguments> populations() {
		return Stream.of(HashPopulation.Kind.values()).flatMap(kind -> IntStream.of(SIZES).mapToObj(size -> Arguments.of(kind, size)));
	}

	@ParameterizedTest
	@MethodSource("populations")
	void findsWhatTheOracleFinds(HashPopulation.Kind kind, int size) throws IOException {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		HashPopulation population = HashPopulation.of(kind, size, seed);
		BitSet withdrawn = new BitSet();
		if (withdraws()) {
			IntStream.range(0, size).filter(row -> random.nextInt(3) == 0).forEach(withdrawn::set);
		}
		try (Subject subject = open(population, withdrawn)) {
			for (long[] query : queries(population, random)) {
				int[] distances = IntStream.range(0, size).map(row -> NaiveHamming.distance(population.hash(row), query)).toArray();
				for (int radius = 0; radius <= MAX_RADIUS; radius++) {
					int limit = radius;
					int[] expected = IntStream.range(0, size).filter(row -> !withdrawn.get(row) && distances[row] <= limit)
							.map(row -> row * 1_000 + distances[row]).toArray();
					int[] found = subject.search(query, radius).sorted().toArray();
					if (!Arrays.equals(found, expected)) { // asked half a million times: the message is made only when it is needed
						assertThat(found).as("%s, %d rows, radius %d, %s", kind, size, radius, Seeds.describe(seed)).isEqualTo(expected);
					}
				}
			}
		}
	}

	/** Queries far from everything, on a row, and planted near one: the radii asked for pass each planted distance by one on both sides. */
	private static List<long[]> queries(HashPopulation population, SplittableRandom random) {
		List<long[]> queries = new ArrayList<>();
		queries.add(HashPopulation.uniform(random));
		queries.add(HashPopulation.filled(0));
		queries.add(HashPopulation.filled(-1L));
		if (population.size() > 0) {
			queries.add(population.hash(random.nextInt(population.size())));
			for (int distanceBits : new int[]{1, 30, 31, 32, random.nextInt(MAX_RADIUS)}) {
				queries.add(HashPopulation.near(population.hash(random.nextInt(population.size())), distanceBits, random));
			}
		}
		return queries;
	}
}

package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.index.Bank;
import org.hashaven.testdata.hashes.HashPopulation;

/** Asks queries at every radius and holds each answer to the oracle's. */
final class AnswerVerifier {

	/** Something that can be searched. */
	@FunctionalInterface
	interface Subject {

		/** The rows found and their distances, in the form and order of {@link Rows#expected}. */
		long[] search(long[] query, int radius) throws IOException;
	}

	private static final int[] PLANTED_BITS = {31, 0, 32, 1, 30, 64, 16, 65};

	private final String what;
	private final Rows rows;
	private final long[][] queries;
	private long pairs;
	private long answers;
	private long matches;

	/** Queries near rows of the population, with the extremes among them and one that lies anywhere. */
	AnswerVerifier(String what, HashPopulation population, Rows rows, int count, SplittableRandom random) {
		this.what = what;
		this.rows = rows;
		queries = new long[count][];
		for (int i = 0; i < count; i++) {
			queries[i] = switch (i % 8) {
				case 1 -> HashPopulation.uniform(random);
				case 3 -> HashPopulation.filled(i % 16 < 8 ? 0 : -1L);
				default -> HashPopulation.near(population.hash(random.nextInt(population.size())), i < PLANTED_BITS.length
						? PLANTED_BITS[i]
						: random.nextInt(Bank.MAX_RADIUS + 2), random);
			};
		}
	}

	void ask(String state, Subject subject) throws IOException {
		for (long[] query : queries) {
			long[] all = rows.expected(query, Bank.MAX_RADIUS);
			for (int radius = 0; radius <= Bank.MAX_RADIUS; radius++) {
				long[] found = subject.search(query, radius);
				int expected = Rows.countWithin(all, radius);
				Answers.require(Arrays.equals(found, 0, found.length, all, 0, expected),
						"%s, %s, radius %d: %d found, %d expected".formatted(what, state, radius, found.length, expected));
				matches += expected;
				answers++;
			}
			pairs += rows.size();
		}
	}

	long[][] queries() {
		return queries;
	}

	/** Pairs of query and record, each compared at all radii. */
	long pairs() {
		return pairs;
	}

	long answers() {
		return answers;
	}

	long matches() {
		return matches;
	}
}

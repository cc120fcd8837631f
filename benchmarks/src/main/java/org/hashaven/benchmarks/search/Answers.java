package org.hashaven.benchmarks.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchResult;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.testdata.hashes.NaiveHamming;

/** Holds what an index answered to what is right. */
public final class Answers {

	private final HashPopulation population;
	private final Map<String, Integer> rowOfId = new HashMap<>();

	Answers(HashPopulation population) {
		this.population = population;
	}

	/** Takes the ids that the next rows of the population were given. */
	void number(List<String> ids) {
		ids.forEach(id -> rowOfId.put(id, rowOfId.size()));
	}

	private String describe(HashMatch match) {
		return rowOfId.get(match.id()) + " at " + match.distanceBits();
	}

	/** The matches that the slow oracle finds. */
	List<String> expected(Hash256 query, int radius) {
		long[] words = {query.word(0), query.word(1), query.word(2), query.word(3)};
		return IntStream.of(NaiveHamming.within(population, words, radius))
				.mapToObj(row -> row + " at " + NaiveHamming.distance(population.hash(row), words)).sorted().toList();
	}

	/** Holds a whole answer to the oracle's. */
	void requireEqual(MatchResult<HashMatch> answer, List<String> expected) {
		List<String> found = answer.matches().stream().map(this::describe).sorted().toList();
		require(found.equals(expected), "the index found " + found + ", the oracle " + expected);
	}

	/** Holds an answer to the record the query was planted near. */
	void requirePlanted(MatchResult<HashMatch> answer, Queries queries, int query) {
		int row = queries.row(query);
		if (row != Queries.NOWHERE) {
			String planted = row + " at " + queries.distanceBits(query);
			require(answer.matches().stream().map(this::describe).anyMatch(planted::equals), planted + " was missed");
		}
	}

	/**
	 * Stops the run when an answer is wrong.
	 *
	 * @throws IllegalStateException
	 *             when it is
	 */
	public static void require(boolean right, String otherwise) {
		if (!right) {
			throw new IllegalStateException("wrong answer: " + otherwise);
		}
	}
}

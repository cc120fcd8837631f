package org.hashaven.benchmarks.rivals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds all answers to each other, row by row. Our own must be right: each row at the distance we say, the planted row among them, and
 * whatever anybody else finds within the radius. Then they are the truth that others are counted against.
 */
final class Comparison {

	/** What one rival gave: matches there are in the queries it answered, and those among them that it did not give. */
	record Count(int queries, int matches, int missed) {

		private Count plus(Count other) {
			return new Count(queries + other.queries, matches + other.matches, missed + other.missed);
		}
	}

	private final HashFile hashes;
	private final HashFile queries;
	private final int[] planted;
	private final Map<String, Count> counts = new HashMap<>();

	Comparison(HashFile hashes, HashFile queries, int[] planted) {
		this.hashes = hashes;
		this.queries = queries;
		this.planted = planted;
	}

	/**
	 * Holds our answers to the hashes themselves.
	 *
	 * @throws IllegalStateException
	 *             when one is wrong
	 */
	void checkOurs(Asked ours) {
		for (int i = 0; i < ours.count(); i++) {
			int query = ours.from() + i;
			for (long answer : ours.answers()[i]) {
				require(Asked.distanceBits(answer) == distanceBits(query, Asked.row(answer)), query, "row " + Asked.row(answer)
						+ " is not at the distance given");
			}
			int row = planted[query];
			require(row == HashFiles.NOWHERE || contains(ours.answers()[i], Asked.packed(row, distanceBits(query, row))), query,
					"the planted row " + row + " was missed");
		}
	}

	/**
	 * Counts another's answers against ours, as far as both go.
	 *
	 * @throws IllegalStateException
	 *             when the other found what we did not, or gave what is not within the radius
	 */
	void compare(String rival, Asked theirs, Asked ours) {
		for (int i = 0; i < Math.min(theirs.count(), ours.count()); i++) {
			int query = ours.from() + i;
			long[] truth = ours.answers()[i];
			long[] given = theirs.answers()[i];
			for (long answer : given) {
				require(contains(truth, answer), query, rival + " has row " + Asked.row(answer) + " at " + Asked.distanceBits(answer)
						+ ", which is at " + distanceBits(query, Asked.row(answer)) + ", and we have not");
			}
			counts.merge(rival, new Count(1, truth.length, truth.length - given.length), Count::plus);
		}
	}

	/** What a rival gave so far. */
	Count count(String rival) {
		return counts.getOrDefault(rival, new Count(0, 0, 0));
	}

	private int distanceBits(int query, int row) {
		return queries.hash(query).distance(hashes.hash(row));
	}

	private static boolean contains(long[] sorted, long answer) {
		return Arrays.binarySearch(sorted, answer) >= 0;
	}

	private static void require(boolean right, int query, String otherwise) {
		if (!right) {
			throw new IllegalStateException("wrong answer to query " + query + ": " + otherwise);
		}
	}
}

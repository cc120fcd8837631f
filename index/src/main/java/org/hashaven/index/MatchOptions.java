package org.hashaven.index;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How to look something up.
 *
 * @param banks
 *            names of the banks to look in; empty for all
 * @param radius
 *            a radius in bits, 0..{@value Bank#MAX_RADIUS}, inclusive, in place of each bank's own
 * @param resultCap
 *            most matches to give, at least 1
 * @param endsAt
 *            which match makes further views of a photo or video needless; by default one that {@linkplain Match#blocks blocks}
 */
public record MatchOptions(Set<String> banks, OptionalInt radius, int resultCap, Predicate<? super Match> endsAt) {

	/** Default maximum number of results. */
	public static final int DEFAULT_RESULT_CAP = 10_000;

	/** All banks, each with its own radius. */
	public static final MatchOptions DEFAULT = new MatchOptions(Set.of(), OptionalInt.empty(), DEFAULT_RESULT_CAP, Match::blocks);

	/**
	 * @throws IllegalArgumentException
	 *             when radius or cap are out of their limits
	 */
	public MatchOptions {
		banks = Set.copyOf(banks);
		Objects.requireNonNull(endsAt, "endsAt");
		radius.ifPresent(Bank::requireRadius);
		if (resultCap < 1) {
			throw new IllegalArgumentException("result cap is at least 1, not " + resultCap);
		}
	}

	/** These options, looking in these banks only; none for all. */
	public MatchOptions withBanks(Set<String> newBanks) {
		return new MatchOptions(newBanks, radius, resultCap, endsAt);
	}

	/** These options with one radius for all banks. */
	public MatchOptions withRadius(int newRadius) {
		return new MatchOptions(banks, OptionalInt.of(newRadius), resultCap, endsAt);
	}

	/** These options with another cap. */
	public MatchOptions withResultCap(int newResultCap) {
		return new MatchOptions(banks, radius, newResultCap, endsAt);
	}

	/**
	 * These options with another match at which the lookup ends: for callers who let some records not count, so that what lies behind such
	 * a match is still found.
	 */
	public MatchOptions withEndsAt(Predicate<? super Match> newEndsAt) {
		return new MatchOptions(banks, radius, resultCap, newEndsAt);
	}
}

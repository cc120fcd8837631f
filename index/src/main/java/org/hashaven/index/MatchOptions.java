package org.hashaven.index;

import java.util.OptionalInt;
import java.util.Set;

/**
 * How to look something up.
 *
 * @param banks
 *            names of the banks to look in; empty for all
 * @param radius
 *            a radius in bits, 0..{@value Bank#MAX_RADIUS}, inclusive, in place of each bank's own
 * @param resultCap
 *            most matches to give, at least 1
 */
public record MatchOptions(Set<String> banks, OptionalInt radius, int resultCap) {

	/** Default maximum number of results. */
	public static final int DEFAULT_RESULT_CAP = 10_000;

	/** All banks, each with its own radius. */
	public static final MatchOptions DEFAULT = new MatchOptions(Set.of(), OptionalInt.empty(), DEFAULT_RESULT_CAP);

	/**
	 * @throws IllegalArgumentException
	 *             when radius or cap are out of their limits
	 */
	public MatchOptions {
		banks = Set.copyOf(banks);
		radius.ifPresent(Bank::requireRadius);
		if (resultCap < 1) {
			throw new IllegalArgumentException("result cap is at least 1, not " + resultCap);
		}
	}

	/** These options, looking in these banks only; none for all. */
	public MatchOptions withBanks(Set<String> newBanks) {
		return new MatchOptions(newBanks, radius, resultCap);
	}

	/** These options with one radius for all banks. */
	public MatchOptions withRadius(int newRadius) {
		return new MatchOptions(banks, OptionalInt.of(newRadius), resultCap);
	}

	/** These options with another cap. */
	public MatchOptions withResultCap(int newResultCap) {
		return new MatchOptions(banks, radius, newResultCap);
	}
}

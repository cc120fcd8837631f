package org.hashaven.index;

import java.util.OptionalInt;
import java.util.Set;
import org.hashaven.hash.Quality;

/**
 * How to look a hash up.
 *
 * @param banks
 *            names of the banks to look in; empty for all
 * @param radius
 *            a radius in bits, 0..{@value Bank#MAX_RADIUS}, inclusive, in place of each bank's own
 * @param quality
 *            quality of the hash asked for, 0..100, held against each bank's floor; empty when unknown, and then no floor holds it back
 * @param resultCap
 *            most matches to give, at least 1
 */
public record MatchOptions(Set<String> banks, OptionalInt radius, OptionalInt quality, int resultCap) {

	/** Default maximum number of results. */
	public static final int DEFAULT_RESULT_CAP = 10_000;

	/** All banks, each with its own radius, quality unknown. */
	public static final MatchOptions DEFAULT = new MatchOptions(Set.of(), OptionalInt.empty(), OptionalInt.empty(), DEFAULT_RESULT_CAP);

	/**
	 * @throws IllegalArgumentException
	 *             when radius, quality or cap are out of their limits
	 */
	public MatchOptions {
		banks = Set.copyOf(banks);
		radius.ifPresent(Bank::requireRadius);
		if (quality.isPresent() && (quality.getAsInt() < 0 || quality.getAsInt() > Quality.MAX)) {
			throw new IllegalArgumentException("quality is 0.." + Quality.MAX + ", not " + quality.getAsInt());
		}
		if (resultCap < 1) {
			throw new IllegalArgumentException("result cap is at least 1, not " + resultCap);
		}
	}

	/** These options, looking in these banks only; none for all. */
	public MatchOptions withBanks(Set<String> newBanks) {
		return new MatchOptions(newBanks, radius, quality, resultCap);
	}

	/** These options with one radius for all banks. */
	public MatchOptions withRadius(int newRadius) {
		return new MatchOptions(banks, OptionalInt.of(newRadius), quality, resultCap);
	}

	/** These options for a hash of this quality. */
	public MatchOptions withQuality(int newQuality) {
		return new MatchOptions(banks, radius, OptionalInt.of(newQuality), resultCap);
	}

	/** These options with another cap. */
	public MatchOptions withResultCap(int newResultCap) {
		return new MatchOptions(banks, radius, quality, newResultCap);
	}
}

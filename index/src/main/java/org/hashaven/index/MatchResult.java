package org.hashaven.index;

import java.util.List;

/**
 * The answer to one lookup.
 *
 * @param matches
 *            nearest first, equal distances by id
 * @param capped
 *            whether there were more than the cap allows; the nearest are the ones given
 */
public record MatchResult(List<Match> matches, boolean capped) {

	/** Takes a copy of the list. */
	public MatchResult {
		matches = List.copyOf(matches);
	}
}

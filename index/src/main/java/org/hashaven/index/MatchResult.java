package org.hashaven.index;

import java.util.List;
import org.hashaven.index.hamming.SearchStats;

/**
 * The answer to one lookup.
 *
 * @param matches
 *            nearest first, equal distances by id
 * @param capped
 *            whether there were more than the cap allows; the nearest are the ones given
 * @param stats
 *            what had to be done to find them
 */
public record MatchResult(List<Match> matches, boolean capped, SearchStats stats) {

	/** Takes a copy of the list. */
	public MatchResult {
		matches = List.copyOf(matches);
	}

	/** Whether one of them is to be blocked. */
	public boolean blocks() {
		return matches.stream().anyMatch(match -> match.purpose() == Purpose.BLOCK);
	}
}

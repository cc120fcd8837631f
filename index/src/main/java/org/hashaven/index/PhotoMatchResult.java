package org.hashaven.index;

import java.util.List;
import org.hashaven.index.hamming.SearchStats;

/**
 * The answer to the lookup of a photo in several ways.
 *
 * @param matches
 *            in the order in which they were found, those found in one way nearest first
 * @param capped
 *            whether there may be more than are given
 * @param complete
 *            whether the lookup was finished; without it, no match means nothing: the upload would have cost more than its budget
 * @param hashes
 *            how many hashes were looked up
 * @param stats
 *            what had to be done to find them
 */
public record PhotoMatchResult(List<PhotoMatch> matches, boolean capped, boolean complete, int hashes, SearchStats stats) {

	/** Nothing was looked up. */
	public static final PhotoMatchResult NONE = new PhotoMatchResult(List.of(), false, true, 0, SearchStats.NONE);

	/** Takes a copy of the list. */
	public PhotoMatchResult {
		matches = List.copyOf(matches);
	}

	/** Whether one of them is to be blocked. */
	public boolean blocks() {
		return matches.stream().anyMatch(PhotoMatch::blocks);
	}

	/**
	 * Whether the upload may not be taken for harmless: nothing of it is to be blocked, but the lookup was not finished, or it matches a
	 * record to block that is held back.
	 */
	public boolean isUndecided() {
		return !blocks() && (!complete || matches.stream().anyMatch(match -> match.purpose() == Purpose.BLOCK));
	}
}

package org.hashaven.index;

import java.util.List;

/**
 * The answer to a lookup.
 *
 * @param <M>
 *            the kind of its matches
 * @param matches
 *            of a hash, nearest first, equal distances by id; of a photo, in the order in which they were found, those of one view nearest
 *            first; of a video, highest score first, equal scores by id
 * @param capped
 *            whether there may be more than are given
 * @param complete
 *            whether the lookup was finished; without it, no match means nothing: it would have cost more than its budget
 * @param stats
 *            what had to be done to find them
 */
public record MatchResult<M extends Match>(List<M> matches, boolean capped, boolean complete, LookupStats stats) {

	/** Takes a copy of the list. */
	public MatchResult {
		matches = List.copyOf(matches);
	}

	/** The answer where there was nothing to look up. */
	public static <M extends Match> MatchResult<M> none() {
		return new MatchResult<>(List.of(), false, true, LookupStats.NONE);
	}

	/** Whether one of them is to be blocked. */
	public boolean blocks() {
		return matches.stream().anyMatch(Match::blocks);
	}

	/**
	 * Whether what was looked up may not be taken for harmless: nothing of it is to be blocked, but the lookup was not finished, or it
	 * matches a record to block that is held back.
	 */
	public boolean isUndecided() {
		return !blocks() && (!complete || matches.stream().anyMatch(match -> match.purpose() == Purpose.BLOCK));
	}
}

package org.hashaven.index;

import java.util.List;

/**
 * The answer to the lookup of a video.
 *
 * @param matches
 *            highest score first, equal scores by id
 * @param capped
 *            whether there may be more than are given
 * @param stats
 *            what had to be done to find them
 */
public record VideoMatchResult(List<VideoMatch> matches, boolean capped, VideoSearchStats stats) {

	/** Takes a copy of the list. */
	public VideoMatchResult {
		matches = List.copyOf(matches);
	}

	/** Whether one of them is to be blocked. */
	public boolean blocks() {
		return matches.stream().anyMatch(match -> match.purpose() == Purpose.BLOCK);
	}
}

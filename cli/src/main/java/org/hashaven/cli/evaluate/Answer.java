package org.hashaven.cli.evaluate;

import java.util.List;

/**
 * What a lookup found.
 *
 * @param hits
 *            the numbers of the pictures found, each once, in any order; {@link #STRANGER} for each that is no photograph of the folder
 * @param views
 *            how many hashes of the upload were looked up for it
 */
public record Answer(List<Integer> hits, int views) {

	/** The number of whatever is not a photograph of the folder. */
	public static final int STRANGER = -1;

	public Answer {
		hits = List.copyOf(hits);
	}

	/** Whether a photograph is among them. */
	boolean has(int photo) {
		return hits.contains(photo);
	}

	/** How many of them are something else than a photograph. */
	int besides(int photo) {
		return (int) hits.stream().filter(hit -> hit != photo).count();
	}
}

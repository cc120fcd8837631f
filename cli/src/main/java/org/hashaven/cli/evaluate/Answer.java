package org.hashaven.cli.evaluate;

import java.util.List;

/**
 * What a lookup found.
 *
 * @param hits
 *            the pictures found, each once, in any order
 * @param views
 *            how many hashes of the upload were looked up for it
 */
public record Answer(List<Hit> hits, int views) {

	/** The number of whatever is not a photograph of the folder. */
	public static final int STRANGER = -1;

	public Answer {
		hits = List.copyOf(hits);
	}

	/**
	 * A picture that was found.
	 *
	 * @param photo
	 *            its number, or {@link #STRANGER}
	 * @param distanceBits
	 *            of the nearest of its hashes
	 */
	public record Hit(int photo, int distanceBits) {
	}

	/** Whether a photograph is among them. */
	boolean has(int photo) {
		return hits.stream().anyMatch(hit -> hit.photo() == photo);
	}

	/** How many of them are something else than a photograph. */
	int besides(int photo) {
		return (int) hits.stream().filter(hit -> hit.photo() != photo).count();
	}
}

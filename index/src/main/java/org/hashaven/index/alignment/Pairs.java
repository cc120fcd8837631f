package org.hashaven.index.alignment;

import java.util.Arrays;

/** Pairs of a frame of the query and a frame of the media that look alike, as two columns of frame numbers. */
public final class Pairs {

	private int[] query = new int[16];
	private int[] media = new int[16];
	private int size;

	/** Adds a pair. */
	public void add(int queryFrame, int mediaFrame) {
		if (size == query.length) {
			query = Arrays.copyOf(query, 2 * size);
			media = Arrays.copyOf(media, 2 * size);
		}
		query[size] = queryFrame;
		media[size++] = mediaFrame;
	}

	/** Number of pairs. */
	public int size() {
		return size;
	}

	/** The frame of the query in a pair. */
	public int query(int pair) {
		return query[pair];
	}

	/** The frame of the media in a pair. */
	public int media(int pair) {
		return media[pair];
	}
}

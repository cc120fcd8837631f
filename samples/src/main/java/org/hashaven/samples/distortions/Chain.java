package org.hashaven.samples.distortions;

import java.util.List;
import org.hashaven.samples.pictures.Picture;

/**
 * Several distortions one after the other, as when a re-post is posted again.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param links
 *            in the order they happen
 */
record Chain(String name, List<Distortion> links) implements Distortion {

	Chain {
		links = List.copyOf(links);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Picture result = picture;
		long linkSeed = seed;
		for (Distortion link : links) {
			result = link.apply(result, linkSeed++);
		}
		return result;
	}
}

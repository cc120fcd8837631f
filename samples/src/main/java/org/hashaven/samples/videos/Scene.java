package org.hashaven.samples.videos;

import org.hashaven.samples.pictures.Picture;

/** What is seen between two cuts: a picture for every moment. */
interface Scene {

	/**
	 * The picture at a moment.
	 *
	 * @param part
	 *            how much of the scene has passed, 0..1
	 * @param timeUs
	 *            microseconds from the start of the clip, for what has a pace of its own
	 */
	Picture at(double part, long timeUs);
}

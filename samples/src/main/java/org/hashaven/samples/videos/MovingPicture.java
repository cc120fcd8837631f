package org.hashaven.samples.videos;

import java.io.IOException;

/** A moving picture, made up or read from a file; it can be played any number of times. */
public interface MovingPicture {

	/** How long it is, in microseconds; the last frame is shown until then. */
	long durationUs();

	/** Its frames from the start; to be closed. */
	Frames frames() throws IOException;
}

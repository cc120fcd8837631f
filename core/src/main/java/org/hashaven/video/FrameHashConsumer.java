package org.hashaven.video;

import org.hashaven.hash.FrameHash;

/** Receives the hashes of a stream's frames as they are computed, in the thread that hashes. */
@FunctionalInterface
public interface FrameHashConsumer {

	/** Ignores them and goes on. */
	FrameHashConsumer NONE = frame -> true;

	/**
	 * Receives the next hash. A frame with borders has two, with the same time.
	 *
	 * @param frame
	 *            times never decrease
	 * @return whether to go on; if not, no further hash is passed on, and the stream ends with {@link VideoHash.Ending#LIMIT}
	 */
	boolean accept(FrameHash frame);
}

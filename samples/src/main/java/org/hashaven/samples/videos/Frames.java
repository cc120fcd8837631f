package org.hashaven.samples.videos;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The frames of a moving picture, one after the other; nothing is kept of those that were handed over. */
public interface Frames extends AutoCloseable {

	/** The next frame, later than the one before; null behind the last. */
	@Nullable
	TimedPicture next() throws IOException;

	@Override
	default void close() {
		// most hold nothing that must be given back
	}
}

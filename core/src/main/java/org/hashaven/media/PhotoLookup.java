package org.hashaven.media;

import java.io.IOException;
import org.hashaven.hash.query.PhotoView;

/** A lookup of a photo in several views, made while its pixels are there; for any thread. */
@FunctionalInterface
public interface PhotoLookup {

	/**
	 * Looks a photo up. It may be called again for the same photo, if a worker died during the lookup.
	 *
	 * @param views
	 *            the views, the likeliest first, each made when the iterator comes to it; valid, with all that they give, until this
	 *            returns
	 * @throws IOException
	 *             when it cannot be looked up
	 */
	void look(Iterable<PhotoView> views) throws IOException;
}

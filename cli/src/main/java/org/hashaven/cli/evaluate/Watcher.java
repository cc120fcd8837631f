package org.hashaven.cli.evaluate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Hears how an evaluation goes on. */
public interface Watcher {

	/** What is being done. */
	enum Phase {
		/** Generated pictures are put on the lists. */
		STRANGERS,
		/** Photographs are read and judged. */
		READING,
		/** Lookups that find nothing are timed. */
		TIMING,
		/** Photographs are put on the lists. */
		LISTING,
		/** They are distorted and looked up. */
		LOOKING
	}

	/** So many of so many steps of a phase are done; from any thread. */
	void step(Phase phase, long done, long all);

	/** A file cannot take part; from one thread. */
	void leftOut(Path file, Throwable why);

	/**
	 * A distorted photograph was taken for something else; from one thread.
	 *
	 * @param file
	 *            the photograph
	 * @param distortion
	 *            its name
	 * @param other
	 *            the photograph it was taken for; null for a generated picture
	 */
	void mistaken(Path file, String distortion, @Nullable Path other);
}

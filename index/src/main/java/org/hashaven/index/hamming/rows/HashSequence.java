package org.hashaven.index.hamming.rows;

import java.io.IOException;

/** The hashes that make a new segment, in the order of their documents; gone through once for each thing that is written. */
@FunctionalInterface
public interface HashSequence {

	/** Starts over, before the first hash. Only one cursor of a sequence is in use at a time. */
	Cursor cursor() throws IOException;

	/** A place in the sequence. */
	interface Cursor {

		/** Goes to the next hash; false after the last. */
		boolean next() throws IOException;

		/** The document of this hash in the new segment, greater than the one before. */
		int document();

		/** Puts the four words of this hash here, the most significant first. */
		void words(long[] words) throws IOException;
	}
}

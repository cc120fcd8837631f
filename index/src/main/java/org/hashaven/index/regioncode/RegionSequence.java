package org.hashaven.index.regioncode;

import java.io.IOException;

/** The region vectors of a new segment in the order of their documents; visited once for each part that is written. */
@FunctionalInterface
interface RegionSequence {

	/** Visits all vectors, from the first. */
	void forEach(Visitor visitor) throws IOException;

	/** Receives the vectors of a sequence. */
	@FunctionalInterface
	interface Visitor {

		/**
		 * Receives the vector of a document.
		 *
		 * @param document
		 *            greater than the one before
		 * @param vector
		 *            valid until the next visit
		 */
		void visit(int document, byte[] vector) throws IOException;
	}
}

package org.hashaven.server.match;

import java.util.List;

/**
 * What an upload matches.
 *
 * @param hits
 *            the records
 * @param undecided
 *            whether it may not be taken for harmless although nothing blocks it
 */
record UploadHits(List<Hit> hits, boolean undecided) {

	UploadHits {
		hits = List.copyOf(hits);
	}
}

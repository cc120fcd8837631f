package org.hashaven.server.match;

import java.util.List;

/**
 * Everything that was found of an upload.
 *
 * @param hits
 *            the records, those of one view nearest first
 * @param unfinished
 *            whether the lookup would have cost more than its budget
 * @param damaged
 *            whether the upload could be decoded only in part
 */
public record UploadFindings(List<Hit> hits, boolean unfinished, boolean damaged) {

	/** Takes a copy of the list. */
	public UploadFindings {
		hits = List.copyOf(hits);
	}
}

package org.hashaven.server.match;

import java.util.List;
import org.hashaven.hash.record.MediaRecord;

/**
 * Everything that was found of an upload.
 *
 * @param hits
 *            the records, those of one view nearest first
 * @param unfinished
 *            whether the lookup would have cost more than its budget
 * @param damaged
 *            whether the upload could be decoded only in part
 * @param media
 *            the upload's own hashes, without ids
 */
public record UploadFindings(List<Hit> hits, boolean unfinished, boolean damaged, List<MediaRecord> media) {

	/** Takes copies of the lists. */
	public UploadFindings {
		hits = List.copyOf(hits);
		media = List.copyOf(media);
	}

	/** Fixed: no hash may reach a log by accident. */
	@Override
	public String toString() {
		return "UploadFindings[hidden]";
	}
}

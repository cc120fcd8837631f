package org.hashaven.server.curation;

import org.hashaven.hash.Md5;
import org.hashaven.hash.record.MediaRecord;
import org.jspecify.annotations.Nullable;

/**
 * A photo or video to be listed.
 *
 * @param id
 *            its own; null for one that the service gives
 * @param media
 *            its hashes
 * @param note
 *            of those who add it
 * @param md5
 *            of a video's file
 */
public record NewRecord(@Nullable String id, MediaRecord media, @Nullable String note, @Nullable Md5 md5) {

	/** Fixed: no hash may reach a log by accident. */
	@Override
	public String toString() {
		return "NewRecord[hidden]";
	}
}

package org.hashaven.server.match;

import java.util.List;
import org.hashaven.hash.Md5;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of one content.
 *
 * @param photos
 *            of a photo its hash, and of one that is partly transparent what is seen of it; of a video none
 * @param video
 *            its frames
 * @param md5
 *            of a video's file
 */
public record Signals(List<HashRecord> photos, @Nullable VideoRecord video, @Nullable Md5 md5) {

	/** Takes a copy of the list. */
	public Signals {
		photos = List.copyOf(photos);
	}

	/** Whether there is none. */
	public boolean isEmpty() {
		return photos.isEmpty() && video == null && md5 == null;
	}

	/** Fixed: no hash may reach a log by accident. */
	@Override
	public String toString() {
		return "Signals[hidden]";
	}
}

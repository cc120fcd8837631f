package org.hashaven.media;

import java.util.List;
import java.util.Map;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.Symmetry;
import org.hashaven.video.VideoHash;

/** A file that was hashed: a photo or a video. */
public sealed interface HashedMedia {

	/**
	 * A photo.
	 *
	 * @param record
	 *            its hash and quality, with its regions where they were asked for
	 * @param seen
	 *            of a picture that is partly transparent, the hashes of what is seen of it on white and on black, where they differ; else
	 *            empty
	 * @param forms
	 *            the hashes of all eight forms where they were asked for, else empty
	 * @param damaged
	 *            whether a part of its file is damaged or missing, and what could be read was taken
	 */
	record Photo(HashRecord record, List<HashRecord> seen, Map<Symmetry, Hash256> forms, boolean damaged) implements HashedMedia {
	}

	/**
	 * A video.
	 *
	 * @param hash
	 *            its frames, and how they were made
	 */
	record Video(VideoHash hash) implements HashedMedia {
	}
}

package org.hashaven.index.record;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.jspecify.annotations.Nullable;

/** What an id of a bank stands for: a photo, or a video with all its frames; on its way into the index, or read back from it. */
public sealed interface Media permits SingleMedia, VideoMedia {

	/** What a record says of one. */
	static Media of(MediaRecord record) {
		return switch (record) {
			case HashRecord single -> new SingleMedia(single);
			case VideoRecord video -> new VideoMedia(video);
		};
	}

	/** It as a record, with its id and bank where it was read back. */
	MediaRecord record();

	/** The id that came with it, if one did. */
	@Nullable
	String id();

	/** Number of its records, each a Lucene document. */
	int documents();

	/**
	 * This media, listed once more: with what makes it match more, and with nothing that makes it match less.
	 *
	 * @param again
	 *            what was listed under the same id of the same bank
	 * @return this media when nothing changes
	 * @throws IndexException
	 *             {@link Reason#ID_TAKEN} when it is another photo or video: its hashes, or the times of its frames, are others
	 */
	Media strengthenedBy(Media again) throws IndexException;

	/** What is left when the records of a hash are taken out; empty when nothing is. */
	Optional<Media> without(Hash256 hash);

	/** One of its documents, good until the next is asked for. */
	List<IndexableField> document(BytesRef id, int number, RecordFields fields);
}

package org.hashaven.index;

import java.util.List;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.VideoRecord;
import org.jspecify.annotations.Nullable;

/** A video; its frames are its records. */
record VideoMedia(VideoRecord video) implements Media {

	@Override
	public @Nullable String id() {
		return video.id();
	}

	@Override
	public int documents() {
		return video.frames().size();
	}

	@Override
	public String idField() {
		return RecordFields.VIDEO;
	}

	@Override
	public MediaContent content() {
		return MediaContent.of(video.frames());
	}

	@Override
	public List<IndexableField> document(BytesRef id, int number, RecordFields fields) {
		return fields.of(id, video.frames().get(number));
	}
}

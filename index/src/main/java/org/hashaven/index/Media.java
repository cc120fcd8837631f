package org.hashaven.index;

import java.util.List;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.HashRecord;
import org.hashaven.hash.VideoRecord;
import org.jspecify.annotations.Nullable;

/** What has one id: a photo, or a video with all its frames, on its way into the index. */
sealed interface Media {

	/** The id that came with it, if one did. */
	@Nullable String id();

	/** Number of its records: of Lucene documents. */
	int records();

	/** The field that its id is found by. */
	String idField();

	/** What its id stands for from now on. */
	MediaContent content();

	/** One of its records as a document, good until the next is asked for. */
	List<IndexableField> document(BytesRef id, int record, RecordFields fields);

	/** A hash on its own: of a photo, or of a frame of a video that is not known further. */
	record Single(HashRecord record) implements Media {

		@Override
		public @Nullable String id() {
			return record.id();
		}

		@Override
		public int records() {
			return 1;
		}

		@Override
		public String idField() {
			return RecordFields.ID;
		}

		@Override
		public MediaContent content() {
			return MediaContent.of(record.hash());
		}

		@Override
		public List<IndexableField> document(BytesRef id, int number, RecordFields fields) {
			return fields.of(id, record);
		}
	}

	/** A video; its frames are its records. */
	record Video(VideoRecord video) implements Media {

		@Override
		public @Nullable String id() {
			return video.id();
		}

		@Override
		public int records() {
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
}

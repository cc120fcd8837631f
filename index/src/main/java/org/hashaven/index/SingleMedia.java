package org.hashaven.index;

import java.util.List;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.HashRecord;
import org.jspecify.annotations.Nullable;

/** A hash on its own, of a photo with its regions or of a frame of a video that is not known further. */
record SingleMedia(HashRecord record) implements Media {

	@Override
	public @Nullable String id() {
		return record.id();
	}

	@Override
	public int documents() {
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

package org.hashaven.index;

import java.util.List;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.HashRecord;
import org.jspecify.annotations.Nullable;

/** A hash on its own, of a photo or of a frame of a video that is not known further; behind it the regions of the photo. */
record SingleMedia(HashRecord record) implements Media {

	@Override
	public @Nullable String id() {
		return record.id();
	}

	@Override
	public int documents() {
		return 1 + record.regions().size();
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
		return number == 0 ? fields.of(id, record) : fields.of(id, record.regions().get(number - 1), record.quality());
	}
}

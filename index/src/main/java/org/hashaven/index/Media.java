package org.hashaven.index;

import java.util.List;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What has one id: a photo, or a video with all its frames, on its way into the index. */
sealed interface Media permits SingleMedia, VideoMedia {

	/** The id that came with it, if one did. */
	@Nullable
	String id();

	/** Number of its Lucene documents: of its records and its regions. */
	int documents();

	/** The field that its id is found by. */
	String idField();

	/** What its id stands for from now on. */
	MediaContent content();

	/** One of its documents, good until the next is asked for. */
	List<IndexableField> document(BytesRef id, int number, RecordFields fields);
}

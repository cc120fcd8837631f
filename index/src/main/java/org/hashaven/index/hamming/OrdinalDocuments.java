package org.hashaven.index.hamming;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Which document each ordinal of a segment belongs to: the same number where every document has a hash. */
final class OrdinalDocuments {

	/** Every document has a hash. */
	static final OrdinalDocuments EVERY = new OrdinalDocuments(null);

	private final @Nullable MemorySegment documents;

	private OrdinalDocuments(@Nullable MemorySegment documents) {
		this.documents = documents;
	}

	/** Some documents have a hash: those listed here. */
	static OrdinalDocuments listed(MemorySegment documents) {
		return new OrdinalDocuments(documents);
	}

	boolean every() {
		return documents == null;
	}

	int document(int ordinal) {
		return documents == null ? ordinal : documents.getAtIndex(MappedFile.INT, ordinal);
	}

	/** Whether the documents of ordinals 0 to {@code size - 1} ascend and lie below {@code limit}. */
	boolean ascendBelow(int limit, int size) {
		int before = -1;
		for (int ordinal = 0; ordinal < size; ordinal++) {
			int document = document(ordinal);
			if (document <= before || document >= limit) {
				return false;
			}
			before = document;
		}
		return true;
	}
}

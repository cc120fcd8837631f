package org.hashaven.index.mmap;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The document of each ordinal of a vector field: the ordinal itself where every document has a value. */
public final class OrdinalDocuments {

	/** Every document has a value. */
	public static final OrdinalDocuments EVERY = new OrdinalDocuments(null);

	private final @Nullable MemorySegment documents;

	private OrdinalDocuments(@Nullable MemorySegment documents) {
		this.documents = documents;
	}

	/** Some documents have a value: those listed here. */
	public static OrdinalDocuments listed(MemorySegment documents) {
		return new OrdinalDocuments(documents);
	}

	/** Whether every document has a value. */
	public boolean every() {
		return documents == null;
	}

	/** The document of an ordinal. */
	public int document(int ordinal) {
		return documents == null ? ordinal : documents.getAtIndex(MappedFile.INT, ordinal);
	}

	/** Whether the documents of ordinals 0 to {@code size - 1} ascend and lie below {@code limit}. */
	public boolean ascendBelow(int limit, int size) {
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

package org.hashaven.index.record;

import java.util.List;
import org.apache.lucene.util.BytesRef;

/** The ids of a batch whose caller has not been told yet: bytes until then, which take a third of the memory. */
public record PendingIds(List<BytesRef> bytes) {

	/** The ids as they are reported. */
	public List<String> texts() {
		return bytes.stream().map(RecordIds::toText).toList();
	}
}

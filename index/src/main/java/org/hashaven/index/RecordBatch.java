package org.hashaven.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.HashRecord;

/**
 * Records on their way into a bank, each with its id, given or new.
 *
 * @param ids
 *            the records' ids, in their order
 * @param idBytes
 *            the ids' bytes, in their order
 */
record RecordBatch(String bank, List<HashRecord> records, List<String> ids, List<BytesRef> idBytes) {

	/**
	 * A batch of these records, with new ids where they bring none.
	 *
	 * @throws IllegalArgumentException
	 *             when an id is not well-formed Unicode
	 */
	static RecordBatch of(String bank, List<HashRecord> records) {
		List<String> ids = new ArrayList<>(records.size());
		List<BytesRef> idBytes = new ArrayList<>(records.size());
		for (HashRecord record : records) {
			String id = record.id() == null ? RecordIds.next() : record.id();
			ids.add(id);
			idBytes.add(RecordIds.toBytes(id));
		}
		return new RecordBatch(bank, records, ids, idBytes);
	}
}

package org.hashaven.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.HashRecord;

/**
 * Records on their way into a bank, each with its id, given or new.
 *
 * @param ids
 *            the bytes of the records' ids, in their order
 * @param given
 *            whether any of the ids came with its record
 */
record RecordBatch(String bank, List<HashRecord> records, List<BytesRef> ids, boolean given) {

	/**
	 * A batch of these records, with new ids where they bring none.
	 *
	 * @throws IllegalArgumentException
	 *             when an id is not well-formed Unicode
	 */
	static RecordBatch of(String bank, List<HashRecord> records) {
		List<BytesRef> ids = new ArrayList<>(records.size());
		NewIds newIds = new NewIds(records.size());
		boolean given = false;
		for (HashRecord record : records) {
			String id = record.id();
			ids.add(id == null ? newIds.next() : RecordIds.toBytes(id));
			given |= id != null;
		}
		return new RecordBatch(bank, records, ids, given);
	}

	int size() {
		return records.size();
	}

	/** The ids as they are told. */
	List<String> idTexts() {
		return ids.stream().map(RecordIds::toText).toList();
	}

	/** The records as documents, each good until the next is asked for. */
	Iterable<List<IndexableField>> documents() {
		RecordFields fields = new RecordFields(bank);
		// Not a stream's iterator, which goes to the next document when it is asked whether there is one.
		return () -> new Iterator<>() {

			private int at;

			@Override
			public boolean hasNext() {
				return at < size();
			}

			@Override
			public List<IndexableField> next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				List<IndexableField> document = fields.of(ids.get(at), records.get(at));
				at++;
				return document;
			}
		};
	}
}

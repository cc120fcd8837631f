package org.hashaven.index.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.record.MediaRecord;

/**
 * Photos and videos on their way into a bank, each with its id, given or new.
 *
 * @param ids
 *            the bytes of their ids, in their order
 * @param given
 *            whether any of the ids came with its media
 * @param documents
 *            how many records they have together, each a document
 */
public record RecordBatch(String bank, List<? extends Media> media, List<BytesRef> ids, boolean given, long documents) {

	/**
	 * A batch of these media, with new ids where they bring none.
	 *
	 * @throws IllegalArgumentException
	 *             when an id is not well-formed Unicode
	 */
	public static RecordBatch of(String bank, Collection<? extends MediaRecord> records) {
		List<Media> media = records.stream().map(Media::of).toList();
		List<BytesRef> ids = new ArrayList<>(media.size());
		IdGenerator newIds = new IdGenerator(media.size());
		for (Media one : media) {
			String id = one.id();
			ids.add(id == null ? newIds.next() : RecordIds.toBytes(id));
		}
		return of(bank, media, ids);
	}

	/** A batch of these media, with these ids in their order. */
	public static RecordBatch of(String bank, List<? extends Media> media, List<BytesRef> ids) {
		boolean given = false;
		long documents = 0;
		for (Media one : media) {
			given |= one.id() != null;
			documents += one.documents();
		}
		return new RecordBatch(bank, media, ids, given, documents);
	}

	/** Number of media. */
	public int size() {
		return media.size();
	}

	/** The ids alone, which outlive the records. */
	public PendingIds waitingIds() {
		return new PendingIds(ids);
	}

	/** Gives all records to a writer, the frames of a video atomically. */
	public void writeTo(IndexWriter writer) throws IOException {
		RecordFields fields = new RecordFields(bank);
		int from = 0;
		while (from < size()) {
			int to = from + 1;
			// Singles together, which is faster. Each video alone: Lucene may write its buffer out between them.
			while (to < size() && isSingle(from) && isSingle(to)) {
				to++;
			}
			writer.addDocuments(documents(from, to, fields));
			from = to;
		}
	}

	private boolean isSingle(int at) {
		return media.get(at) instanceof SingleMedia;
	}

	/** The documents of some media, each good until the next is asked for. */
	private Iterable<List<IndexableField>> documents(int from, int to, RecordFields fields) {
		// Not a stream's iterator, which goes to the next document when it is asked whether there is one.
		return () -> new Iterator<>() {

			private int at = from;
			private int number;

			@Override
			public boolean hasNext() {
				return at < to;
			}

			@Override
			public List<IndexableField> next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				List<IndexableField> document = media.get(at).document(ids.get(at), number, fields);
				number++;
				if (number == media.get(at).documents()) {
					at++;
					number = 0;
				}
				return document;
			}
		};
	}
}

package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What each id stands for while a group of changes is made: what a searcher sees, and over it what the group has changed since.
 *
 * <p>
 * An id that comes with a record stands for one hash in one bank until it is withdrawn. Two lists that both number their records from 1
 * would otherwise take each other's pictures out of the index without a word. New ids are not looked up: nobody else can have them.
 */
final class LiveIds {

	/** What an id stands for. */
	private record Meaning(String bank, Hash256 hash) {
	}

	private final RecordSearcher searcher;
	private final Map<BytesRef, Optional<Meaning>> changed = new HashMap<>();
	private @Nullable List<Segment> segments;

	LiveIds(RecordSearcher searcher) {
		this.searcher = searcher;
	}

	/**
	 * Takes the ids that come with a batch, all or none.
	 *
	 * @return which records of the batch take the place of one that is there
	 * @throws IndexException
	 *             {@link Reason#ID_TAKEN}
	 */
	BitSet take(RecordBatch batch) throws IOException {
		BitSet replacing = new BitSet();
		Map<BytesRef, Optional<Meaning>> taken = new HashMap<>();
		for (int i = 0; i < batch.size(); i++) {
			HashRecord record = batch.records().get(i);
			if (record.id() != null) {
				BytesRef id = batch.ids().get(i);
				Optional<Meaning> meaning = Optional.of(new Meaning(batch.bank(), record.hash()));
				Optional<Meaning> before = taken.put(id, meaning);
				if (before == null) {
					before = find(id);
				}
				if (before.isPresent()) {
					if (!before.equals(meaning)) {
						throw new IndexException(Reason.ID_TAKEN);
					}
					replacing.set(i);
				}
			}
		}
		changed.putAll(taken);
		return replacing;
	}

	/** Gives an id free; says whether it stood for a record. */
	boolean release(BytesRef id) throws IOException {
		if (find(id).isEmpty()) {
			return false;
		}
		changed.put(id, Optional.empty());
		return true;
	}

	/** The hash of the record of this id, if there is one. */
	Optional<Hash256> hashOf(BytesRef id) throws IOException {
		return find(id).map(Meaning::hash);
	}

	private Optional<Meaning> find(BytesRef id) throws IOException {
		Optional<Meaning> known = changed.get(id);
		if (known != null) {
			return known;
		}
		if (segments == null) {
			segments = new ArrayList<>();
			for (LeafReaderContext leaf : searcher.reader().leaves()) {
				Terms terms = leaf.reader().terms(RecordFields.ID);
				if (terms != null) {
					segments.add(new Segment(leaf.reader(), terms.iterator()));
				}
			}
		}
		for (Segment segment : segments) {
			int document = segment.find(id);
			if (document != DocIdSetIterator.NO_MORE_DOCS) {
				return Optional.of(segment.meaningOf(document));
			}
		}
		return Optional.empty();
	}

	/** The ids of one segment, for one look-up after the other. */
	private static final class Segment {

		private final LeafReader reader;
		private final TermsEnum ids;
		private @Nullable PostingsEnum postings;

		Segment(LeafReader reader, TermsEnum ids) {
			this.reader = reader;
			this.ids = ids;
		}

		/** The live document of an id, or {@link DocIdSetIterator#NO_MORE_DOCS}. */
		int find(BytesRef id) throws IOException {
			if (!ids.seekExact(id)) {
				return DocIdSetIterator.NO_MORE_DOCS;
			}
			Bits live = reader.getLiveDocs();
			postings = ids.postings(postings, PostingsEnum.NONE);
			int document = postings.nextDoc();
			while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
				document = postings.nextDoc();
			}
			return document;
		}

		Meaning meaningOf(int document) throws IOException {
			SortedDocValues banks = RecordSearcher.banksOf(reader);
			RecordSearcher.require(banks.advanceExact(document));
			ByteVectorValues hashes = reader.getByteVectorValues(RecordFields.HASH);
			if (hashes == null) {
				throw new IndexException(Reason.CORRUPT);
			}
			KnnVectorValues.DocIndexIterator documents = hashes.iterator();
			RecordSearcher.require(documents.advance(document) == document);
			return new Meaning(banks.lookupOrd(banks.ordValue()).utf8ToString(), Hash256.ofBytes(hashes.vectorValue(documents.index())));
		}
	}
}

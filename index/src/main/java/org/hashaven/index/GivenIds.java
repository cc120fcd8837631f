package org.hashaven.index;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * The rule for ids that come with records: an id stands for one hash in one bank until it is withdrawn. Two lists that both number their
 * records from 1 would otherwise take each other's pictures out of the index without a word.
 */
final class GivenIds {

	private GivenIds() {
	}

	/**
	 * Holds a batch to the rule, among its own records and against those there.
	 *
	 * @param ids
	 *            the records' ids, given and new, in their order
	 * @throws IndexException
	 *             {@link Reason#ID_TAKEN}
	 */
	static void requireFree(RecordSearcher searcher, String bank, Collection<HashRecord> batch, List<BytesRef> ids) throws IOException {
		Map<BytesRef, Hash256> given = new HashMap<>();
		int at = 0;
		for (HashRecord record : batch) {
			BytesRef id = ids.get(at++);
			if (record.id() != null) {
				Hash256 before = given.put(id, record.hash());
				require(before == null || before.equals(record.hash()));
			}
		}
		for (LeafReaderContext leaf : searcher.reader().leaves()) {
			requireFree(leaf.reader(), new BytesRef(bank), given);
		}
	}

	private static void requireFree(LeafReader segment, BytesRef bank, Map<BytesRef, Hash256> given) throws IOException {
		Terms terms = segment.terms(RecordFields.ID);
		if (terms == null) {
			return;
		}
		TermsEnum ids = terms.iterator();
		PostingsEnum postings = null;
		Bits live = segment.getLiveDocs();
		for (Map.Entry<BytesRef, Hash256> entry : given.entrySet()) {
			if (ids.seekExact(entry.getKey())) {
				postings = ids.postings(postings, PostingsEnum.NONE);
				for (int document = postings.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = postings.nextDoc()) {
					require((live != null && !live.get(document))
							|| (isIn(segment, document, bank) && entry.getValue().equals(hashOf(segment, document))));
				}
			}
		}
	}

	private static boolean isIn(LeafReader segment, int document, BytesRef bank) throws IOException {
		SortedDocValues banks = RecordSearcher.banksOf(segment);
		RecordSearcher.require(banks.advanceExact(document));
		return banks.lookupOrd(banks.ordValue()).equals(bank);
	}

	private static Hash256 hashOf(LeafReader segment, int document) throws IOException {
		ByteVectorValues hashes = segment.getByteVectorValues(RecordFields.HASH);
		if (hashes == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		KnnVectorValues.DocIndexIterator documents = hashes.iterator();
		RecordSearcher.require(documents.advance(document) == document);
		return Hash256.ofBytes(hashes.vectorValue(documents.index()));
	}

	private static void require(boolean free) throws IndexException {
		if (!free) {
			throw new IndexException(Reason.ID_TAKEN);
		}
	}
}

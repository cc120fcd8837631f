package org.hashaven.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.HashRecord;

/**
 * What must hold of the records beyond what Lucene checks: one record an id, the id found both ways, a hash, a known bank, a quality and a
 * kind each.
 */
final class RecordCheck {

	private final IndexReader reader;
	private final Banks banks;
	private final List<String> faults;

	RecordCheck(IndexReader reader, Banks banks, List<String> faults) {
		this.reader = reader;
		this.banks = banks;
		this.faults = faults;
	}

	void run() throws IOException {
		int[] idOfDocument = new int[reader.maxDoc()];
		checkOneRecordAnId(idOfDocument);
		for (LeafReaderContext segment : reader.leaves()) {
			checkValues(segment, idOfDocument);
		}
	}

	/** Goes through all ids, and notes for each document a number made from the id that leads to it. */
	private void checkOneRecordAnId(int[] idOfDocument) throws IOException {
		Terms ids = MultiTerms.getTerms(reader, RecordFields.ID);
		long found = 0;
		if (ids != null) {
			Bits live = MultiBits.getLiveDocs(reader);
			TermsEnum terms = ids.iterator();
			PostingsEnum postings = null;
			for (BytesRef id = terms.next(); id != null; id = terms.next()) {
				int records = 0;
				postings = terms.postings(postings, PostingsEnum.NONE);
				for (int document = postings.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = postings.nextDoc()) {
					if (live == null || live.get(document)) {
						records++;
						idOfDocument[document] = id.hashCode();
					}
				}
				if (records > 1) {
					faults.add("id " + RecordIds.toText(id) + " has " + records + " records");
				}
				found += records;
			}
		}
		if (found != reader.numDocs()) {
			faults.add((reader.numDocs() - found) + " records have no id");
		}
	}

	private void checkValues(LeafReaderContext context, int[] idOfDocument) throws IOException {
		LeafReader segment = context.reader();
		Bits live = segment.getLiveDocs();
		BinaryDocValues ids = RecordSearcher.idsOf(segment);
		SortedDocValues bankNames = RecordSearcher.banksOf(segment);
		NumericDocValues qualities = RecordSearcher.qualitiesOf(segment);
		NumericDocValues kinds = segment.getNumericDocValues(RecordFields.KIND);
		ByteVectorValues hashes = segment.getByteVectorValues(RecordFields.HASH);
		int wrong = 0;
		for (int document = 0; document < segment.maxDoc(); document++) {
			if (live == null || live.get(document)) {
				boolean right = ids.advanceExact(document) && ids.binaryValue().hashCode() == idOfDocument[context.docBase + document]
						&& bankNames.advanceExact(document)
						&& banks.contains(bankNames.lookupOrd(bankNames.ordValue()).utf8ToString())
						&& qualities.advanceExact(document) && qualities.longValue() >= 0
						&& qualities.longValue() <= HashRecord.MAX_QUALITY && kinds != null && kinds.advanceExact(document)
						&& RecordFields.isKind(kinds.longValue());
				wrong += right ? 0 : 1;
			}
		}
		if (hashes == null || hashes.size() != segment.maxDoc()) {
			faults.add("a segment has records without a hash");
		}
		if (wrong > 0) {
			faults.add(wrong + " records of a segment have a wrong id, bank, quality or kind");
		}
	}
}

package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.index.IndexException.Reason;

/**
 * The changes that go into one commit, made one after the other: each sees what those before it did.
 *
 * <p>
 * Each method refuses with an {@link IndexException} before it has changed anything.
 */
final class ChangeGroup {

	private final IndexWriter writer;
	private final RecordSearcher searcher;
	private final LiveIds ids;
	private Banks banks;

	/**
	 * @param searcher
	 *            sees all changes made before this group
	 */
	ChangeGroup(IndexWriter writer, RecordSearcher searcher) {
		this.writer = writer;
		this.searcher = searcher;
		this.ids = new LiveIds(searcher);
		this.banks = searcher.banks();
	}

	void putBank(Bank bank) throws IOException {
		banks = banks.with(bank);
		writer.setLiveCommitData(banks.toCommitData().entrySet());
	}

	void add(RecordBatch batch) throws IOException {
		banks.get(batch.bank()); // or it says that there is none
		if (writer.getDocStats().maxDoc + (long) batch.size() > IndexWriter.MAX_DOCS) {
			throw new IndexException(Reason.FULL);
		}
		BitSet replacing = batch.given() ? ids.take(batch) : new BitSet();
		if (replacing.isEmpty()) {
			writer.addDocuments(batch.documents());
			return;
		}
		int at = 0;
		for (List<IndexableField> document : batch.documents()) {
			if (replacing.get(at)) {
				writer.updateDocument(new Term(RecordFields.ID, batch.ids().get(at)), document);
			} else {
				writer.addDocument(document);
			}
			at++;
		}
	}

	/** Withdraws the records of these ids; says how many there were. */
	int withdraw(Collection<BytesRef> wanted) throws IOException {
		List<Term> found = new ArrayList<>();
		for (BytesRef id : wanted) {
			if (ids.release(id)) {
				found.add(new Term(RecordFields.ID, id));
			}
		}
		writer.deleteDocuments(found.toArray(Term[]::new));
		return found.size();
	}

	/** Withdraws the records of this hash that the searcher sees, and those alone; says how many there were. */
	int withdrawHash(Hash256 hash) throws IOException {
		List<BytesRef> wanted = new ArrayList<>();
		for (String id : Lookup.idsOf(searcher, hash)) {
			BytesRef bytes = RecordIds.toBytes(id);
			if (ids.hashOf(bytes).filter(hash::equals).isPresent()) {
				wanted.add(bytes);
			}
		}
		return withdraw(wanted);
	}
}

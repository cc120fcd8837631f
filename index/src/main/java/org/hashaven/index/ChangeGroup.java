package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.hamming.HammingQuery;

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
		requireRoom(writer, batch);
		batch.writeTo(writer, batch.given() ? ids.take(batch) : new BitSet());
	}

	/**
	 * Holds an index to having room for a batch.
	 *
	 * @throws IndexException
	 *             {@link Reason#FULL}
	 */
	static void requireRoom(IndexWriter writer, RecordBatch batch) throws IndexException {
		if (writer.getDocStats().maxDoc + batch.documents() > IndexWriter.MAX_DOCS) {
			throw new IndexException(Reason.FULL);
		}
	}

	/** Withdraws the media of these ids; says how many there were. */
	int withdraw(Collection<BytesRef> wanted) throws IOException {
		List<Term> found = new ArrayList<>();
		int released = 0;
		for (BytesRef id : wanted) {
			if (ids.release(id)) {
				released++;
				RecordFields.IDS.forEach(field -> found.add(new Term(field, id)));
			}
		}
		writer.deleteDocuments(found.toArray(Term[]::new));
		return released;
	}

	/**
	 * Withdraws the records of this hash that the searcher sees, and those alone; says how many there were. Of a video, the frames of this
	 * hash go and the others stay; with a photo its regions go.
	 */
	int withdrawHash(Hash256 hash) throws IOException {
		Set<BytesRef> holders = new HashSet<>();
		int records = 0;
		for (String text : Lookup.idsOf(searcher, hash)) {
			BytesRef id = RecordIds.toBytes(text);
			int held = ids.takeOut(id, hash);
			if (held > 0) {
				holders.add(id);
				records += held;
			}
		}
		if (!holders.isEmpty()) {
			BooleanQuery.Builder held = new BooleanQuery.Builder();
			RecordFields.IDS.forEach(field -> held.add(new TermInSetQuery(field, holders), Occur.SHOULD));
			writer.deleteDocuments(new BooleanQuery.Builder().add(new HammingQuery(RecordFields.HASH, hash, 0), Occur.FILTER)
					.add(held.build(), Occur.FILTER).build());
		}
		return records;
	}
}

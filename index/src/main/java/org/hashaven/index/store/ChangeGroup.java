package org.hashaven.index.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.index.Bank;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.record.Banks;
import org.hashaven.index.record.HashHolders;
import org.hashaven.index.record.IdRegistry;
import org.hashaven.index.record.MediaName;
import org.hashaven.index.record.RecordBatch;
import org.hashaven.index.record.RecordFields;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;

/**
 * The changes that go into one commit, made one after the other: each sees what those before it did.
 *
 * <p>
 * Each method refuses with an {@link IndexException} before it has changed anything.
 */
public final class ChangeGroup {

	private final IndexWriter writer;
	private final RecordSearcher searcher;
	private final IdRegistry ids;
	private Banks banks;

	/**
	 * @param searcher
	 *            sees all changes made before this group
	 */
	public ChangeGroup(IndexWriter writer, RecordSearcher searcher) {
		this.writer = writer;
		this.searcher = searcher;
		this.ids = new IdRegistry(searcher);
		this.banks = searcher.banks();
	}

	public void putBank(Bank bank) throws IOException {
		banks = banks.with(bank);
		writer.setLiveCommitData(banks.toCommitData().entrySet());
	}

	public void add(RecordBatch batch) throws IOException {
		banks.get(batch.bank()); // or it says that there is none
		requireRoom(writer, batch);
		if (batch.given()) {
			IdRegistry.Taken taken = ids.take(batch);
			delete(batch.bank(), taken.replaced());
			taken.added().writeTo(writer);
		} else {
			batch.writeTo(writer);
		}
	}

	/**
	 * Holds an index to having room for a batch.
	 *
	 * @throws IndexException
	 *             {@link Reason#FULL}
	 */
	public static void requireRoom(IndexWriter writer, RecordBatch batch) throws IndexException {
		if (writer.getDocStats().maxDoc + batch.documents() > IndexWriter.MAX_DOCS) {
			throw new IndexException(Reason.FULL);
		}
	}

	/** Withdraws the media of these ids in every bank; says how many there were. */
	public int withdraw(Collection<BytesRef> wanted) throws IOException {
		List<Term> found = new ArrayList<>();
		int released = 0;
		for (BytesRef id : wanted) {
			int banksOfId = ids.releaseAll(id);
			if (banksOfId > 0) {
				released += banksOfId;
				RecordFields.IDS.forEach(field -> found.add(new Term(field, id)));
			}
		}
		writer.deleteDocuments(found.toArray(Term[]::new));
		return released;
	}

	/** Withdraws the media of these ids in one bank; says how many there were. */
	public int withdraw(String bank, Collection<BytesRef> wanted) throws IOException {
		banks.get(bank); // or it says that there is none
		List<BytesRef> found = new ArrayList<>();
		for (BytesRef id : wanted) {
			if (ids.release(id, bank)) {
				found.add(id);
			}
		}
		delete(bank, found);
		return found.size();
	}

	private void delete(String bank, Collection<BytesRef> wanted) throws IOException {
		if (!wanted.isEmpty()) {
			writer.deleteDocuments(RecordFields.named(bank, wanted));
		}
	}

	/**
	 * Withdraws the records of this hash that the searcher sees, in every bank, and those alone; says how many there were. Of a video, the
	 * frames of this hash go and the others stay; with a photo its regions go.
	 */
	public int withdrawHash(Hash256 hash) throws IOException {
		Map<String, List<BytesRef>> holders = new HashMap<>();
		int records = 0;
		for (MediaName name : HashHolders.of(searcher, hash)) {
			BytesRef id = RecordIds.toBytes(name.id());
			int held = ids.takeOut(id, name.bank(), hash);
			if (held > 0) {
				holders.computeIfAbsent(name.bank(), none -> new ArrayList<>()).add(id);
				records += held;
			}
		}
		for (Map.Entry<String, List<BytesRef>> held : holders.entrySet()) {
			writer.deleteDocuments(new BooleanQuery.Builder().add(new HammingQuery(RecordFields.HASH, hash, 0), Occur.FILTER)
					.add(RecordFields.named(held.getKey(), held.getValue()), Occur.FILTER).build());
		}
		return records;
	}
}

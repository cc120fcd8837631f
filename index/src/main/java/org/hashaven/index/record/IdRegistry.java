package org.hashaven.index.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.jspecify.annotations.Nullable;

/**
 * What each id of each bank stands for while a group of changes is made: what a searcher sees, and over it what the group has changed
 * since.
 *
 * <p>
 * An id that comes with a photo or a video stands for one content in its bank until it is withdrawn. Two lists that both number their
 * records from 1 would otherwise take each other's pictures out of the index without a word. Another bank may use the same id for whatever
 * it likes. New ids are not looked up: no other record can have them.
 */
public final class IdRegistry {

	private final RecordSearcher searcher;
	// By id and bank; empty where the group has withdrawn it.
	private final Map<BytesRef, Map<String, Optional<Media>>> changed = new HashMap<>();
	private @Nullable List<Segment> segments;

	public IdRegistry(RecordSearcher searcher) {
		this.searcher = searcher;
	}

	/**
	 * What a batch changes.
	 *
	 * @param added
	 *            what is to be written, each id once
	 * @param replaced
	 *            the ids among them that stood for something before, which is to be deleted
	 */
	public record Taken(RecordBatch added, List<BytesRef> replaced) {
	}

	/** What an id stands for before and after a batch. */
	private record Standing(Optional<Media> before, Media after) {

		Standing and(Media again) throws IndexException {
			return new Standing(before, after.strengthenedBy(again));
		}

		boolean changes() {
			return !before.equals(Optional.of(after));
		}
	}

	/**
	 * Takes the ids that come with a batch, all or none.
	 *
	 * @throws IndexException
	 *             {@link Reason#ID_TAKEN}
	 */
	public Taken take(RecordBatch batch) throws IOException {
		Map<BytesRef, Standing> standings = new HashMap<>();
		for (int i = 0; i < batch.size(); i++) {
			Media media = batch.media().get(i);
			if (media.id() != null) {
				BytesRef id = batch.ids().get(i);
				Standing standing = standings.get(id);
				standings.put(id, standing == null ? standing(id, batch.bank(), media) : standing.and(media));
			}
		}
		List<Media> added = new ArrayList<>();
		List<BytesRef> addedIds = new ArrayList<>();
		List<BytesRef> replaced = new ArrayList<>();
		for (int i = 0; i < batch.size(); i++) {
			Media media = batch.media().get(i);
			BytesRef id = batch.ids().get(i);
			if (media.id() != null) {
				Standing standing = standings.remove(id);
				if (standing == null || !standing.changes()) {
					continue; // it came before in this batch, or all of it is there
				}
				if (standing.before().isPresent()) {
					replaced.add(id);
				}
				media = standing.after();
				change(id, batch.bank(), Optional.of(media));
			}
			added.add(media);
			addedIds.add(id);
		}
		return new Taken(RecordBatch.of(batch.bank(), added, addedIds), replaced);
	}

	private Standing standing(BytesRef id, String bank, Media media) throws IOException {
		Optional<Media> before = find(id, bank);
		return new Standing(before, before.isPresent() ? before.get().strengthenedBy(media) : media);
	}

	/** Gives an id of a bank free; says whether it stood for anything. */
	public boolean release(BytesRef id, String bank) throws IOException {
		boolean stands = banksOf(id).contains(bank);
		if (stands) {
			change(id, bank, Optional.empty());
		}
		return stands;
	}

	/** Gives an id free in every bank; says in how many it stood for something. */
	public int releaseAll(BytesRef id) throws IOException {
		SortedSet<String> banks = banksOf(id);
		banks.forEach(bank -> change(id, bank, Optional.empty()));
		return banks.size();
	}

	/** Takes the records of a hash out of what an id stands for, and gives the id free when none is left; says how many there were. */
	public int takeOut(BytesRef id, String bank, Hash256 hash) throws IOException {
		Optional<Media> before = find(id, bank);
		if (before.isEmpty()) {
			return 0;
		}
		Optional<Media> rest = before.get().without(hash);
		int out = before.get().documents() - rest.map(Media::documents).orElse(0);
		if (out > 0) {
			change(id, bank, rest);
		}
		return out;
	}

	/** The banks in which an id stands for something, in the order of their names. */
	public SortedSet<String> banksOf(BytesRef id) throws IOException {
		SortedSet<String> banks = new TreeSet<>();
		for (Segment segment : segments()) {
			segment.addBanksOf(id, banks);
		}
		changed.getOrDefault(id, Map.of()).forEach((bank, media) -> {
			if (media.isPresent()) {
				banks.add(bank);
			} else {
				banks.remove(bank);
			}
		});
		return banks;
	}

	private void change(BytesRef id, String bank, Optional<Media> media) {
		changed.computeIfAbsent(id, none -> new HashMap<>()).put(bank, media);
	}

	/** What an id of a bank stands for, if it stands for something. */
	public Optional<Media> find(BytesRef id, String bank) throws IOException {
		Optional<Media> known = changed.getOrDefault(id, Map.of()).get(bank);
		if (known != null) {
			return known;
		}
		for (Segment segment : segments()) {
			Optional<Media> media = segment.find(id, bank);
			if (media.isPresent()) {
				return media;
			}
		}
		return Optional.empty();
	}

	private List<Segment> segments() throws IOException {
		if (segments == null) {
			List<Segment> all = new ArrayList<>();
			for (LeafReaderContext leaf : searcher.reader().leaves()) {
				for (String field : RecordFields.IDS) {
					Terms terms = leaf.reader().terms(field);
					if (terms != null) {
						all.add(new Segment(leaf.reader(), terms.iterator(), field.equals(RecordFields.VIDEO)));
					}
				}
			}
			segments = all;
		}
		return segments;
	}

	/** The ids of photos or of videos in a segment, for one look-up after the other. */
	private static final class Segment {

		private final LeafReader reader;
		private final TermsEnum ids;
		private final boolean videos;
		private @Nullable PostingsEnum postings;

		Segment(LeafReader reader, TermsEnum ids, boolean videos) {
			this.reader = reader;
			this.ids = ids;
			this.videos = videos;
		}

		/** What an id stands for in a bank, read from its live documents: those of a video are all in one segment. */
		Optional<Media> find(BytesRef id, String bank) throws IOException {
			if (!ids.seekExact(id)) {
				return Optional.empty();
			}
			SortedDocValues banks = RecordSearcher.banksOf(reader);
			int wanted = banks.lookupTerm(new BytesRef(bank));
			postings = ids.postings(postings, PostingsEnum.NONE);
			int first = nextLive(postings, banks, wanted);
			if (wanted < 0 || first == DocIdSetIterator.NO_MORE_DOCS) {
				return Optional.empty();
			}
			try {
				SegmentRecords records = new SegmentRecords(reader);
				String name = RecordIds.toText(id);
				if (!videos) {
					return Optional.of(new SingleMedia(records.single(first, name, bank)));
				}
				List<FrameHash> frames = new ArrayList<>();
				for (int document = first; document != DocIdSetIterator.NO_MORE_DOCS; document = nextLive(postings, banks, wanted)) {
					frames.add(records.frame(document));
				}
				return Optional.of(new VideoMedia(new VideoRecord(name, frames, bank, null)));
			} catch (IllegalArgumentException e) {
				throw new IndexException(Reason.CORRUPT); // values that no record can have
			}
		}

		/** Adds the banks in which an id has a live document. */
		void addBanksOf(BytesRef id, SortedSet<String> found) throws IOException {
			if (!ids.seekExact(id)) {
				return;
			}
			SortedDocValues banks = RecordSearcher.banksOf(reader);
			postings = ids.postings(postings, PostingsEnum.NONE);
			int last = -1;
			for (int document = nextLive(postings); document != DocIdSetIterator.NO_MORE_DOCS; document = nextLive(postings)) {
				RecordSearcher.require(banks.advanceExact(document));
				if (banks.ordValue() != last) {
					last = banks.ordValue();
					found.add(banks.lookupOrd(last).utf8ToString());
				}
			}
		}

		private int nextLive(PostingsEnum documents, SortedDocValues banks, int bank) throws IOException {
			int document = nextLive(documents);
			while (document != DocIdSetIterator.NO_MORE_DOCS) {
				RecordSearcher.require(banks.advanceExact(document));
				if (banks.ordValue() == bank) {
					return document;
				}
				document = nextLive(documents);
			}
			return document;
		}

		private int nextLive(PostingsEnum documents) throws IOException {
			Bits live = reader.getLiveDocs();
			int document = documents.nextDoc();
			while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
				document = documents.nextDoc();
			}
			return document;
		}
	}
}

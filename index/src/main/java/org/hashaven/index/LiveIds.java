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
import org.hashaven.index.IndexException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What each id stands for while a group of changes is made: what a searcher sees, and over it what the group has changed since.
 *
 * <p>
 * An id that comes with a photo or a video stands for one content in one bank until it is withdrawn. Two lists that both number their
 * records from 1 would otherwise take each other's pictures out of the index without a word. New ids are not looked up: nobody else can
 * have them.
 */
final class LiveIds {

	/** What an id stands for. */
	private record Meaning(String bank, MediaContent content) {
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
	 * @return which media of the batch take the place of what is there
	 * @throws IndexException
	 *             {@link Reason#ID_TAKEN}
	 */
	BitSet take(RecordBatch batch) throws IOException {
		BitSet replacing = new BitSet();
		Map<BytesRef, Optional<Meaning>> taken = new HashMap<>();
		for (int i = 0; i < batch.size(); i++) {
			Media media = batch.media().get(i);
			if (media.id() != null) {
				BytesRef id = batch.ids().get(i);
				Optional<Meaning> meaning = Optional.of(new Meaning(batch.bank(), media.content()));
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

	/** Gives an id free; says whether it stood for anything. */
	boolean release(BytesRef id) throws IOException {
		if (find(id).isEmpty()) {
			return false;
		}
		changed.put(id, Optional.empty());
		return true;
	}

	/** Takes the records of a hash out of what an id stands for, and gives the id free when none is left; says how many there were. */
	int takeOut(BytesRef id, Hash256 hash) throws IOException {
		Optional<Meaning> before = find(id);
		if (before.isEmpty()) {
			return 0;
		}
		MediaContent content = before.get().content();
		MediaContent rest = content.without(hash);
		if (rest.size() < content.size()) {
			changed.put(id, rest.size() == 0 ? Optional.empty() : Optional.of(new Meaning(before.get().bank(), rest)));
		}
		return content.size() - rest.size();
	}

	private Optional<Meaning> find(BytesRef id) throws IOException {
		Optional<Meaning> known = changed.get(id);
		if (known != null) {
			return known;
		}
		if (segments == null) {
			segments = new ArrayList<>();
			for (LeafReaderContext leaf : searcher.reader().leaves()) {
				for (String field : RecordFields.IDS) {
					Terms terms = leaf.reader().terms(field);
					if (terms != null) {
						segments.add(new Segment(leaf.reader(), terms.iterator()));
					}
				}
			}
		}
		for (Segment segment : segments) {
			Optional<Meaning> meaning = segment.find(id);
			if (meaning.isPresent()) {
				return meaning;
			}
		}
		return Optional.empty();
	}

	/** The ids in one field of a segment, for one look-up after the other. */
	private static final class Segment {

		private final LeafReader reader;
		private final TermsEnum ids;
		private @Nullable PostingsEnum postings;

		Segment(LeafReader reader, TermsEnum ids) {
			this.reader = reader;
			this.ids = ids;
		}

		/** What an id stands for, read from its live documents: those of a video are all in one segment. */
		Optional<Meaning> find(BytesRef id) throws IOException {
			if (!ids.seekExact(id)) {
				return Optional.empty();
			}
			postings = ids.postings(postings, PostingsEnum.NONE);
			int first = nextLive(postings);
			if (first == DocIdSetIterator.NO_MORE_DOCS) {
				return Optional.empty();
			}
			SortedDocValues banks = RecordSearcher.banksOf(reader);
			RecordSearcher.require(banks.advanceExact(first));
			String bank = banks.lookupOrd(banks.ordValue()).utf8ToString();
			return Optional.of(new Meaning(bank, contentOf(first, postings)));
		}

		private MediaContent contentOf(int first, PostingsEnum rest) throws IOException {
			ByteVectorValues hashes = reader.getByteVectorValues(RecordFields.HASH);
			if (hashes == null) {
				throw new IndexException(Reason.CORRUPT);
			}
			KnnVectorValues.DocIndexIterator documents = hashes.iterator();
			SegmentMedia media = new SegmentMedia(reader);
			boolean video = media.videoOf(first) != SegmentMedia.NO_VIDEO;
			MediaContent.Builder content = new MediaContent.Builder(video);
			for (int document = first; document != DocIdSetIterator.NO_MORE_DOCS; document = nextLive(rest)) {
				RecordSearcher.require(documents.advance(document) == document);
				content.add(video ? media.timeMsOf(document) : 0, hashes.vectorValue(documents.index()));
			}
			return content.build();
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

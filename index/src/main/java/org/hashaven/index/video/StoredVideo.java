package org.hashaven.index.video;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.index.Bank;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.alignment.Frames;
import org.hashaven.index.lookup.LookupRules;
import org.hashaven.index.record.RecordFields;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.record.SegmentMedia;

/**
 * A video read back from its segment: the frames that count.
 *
 * @param documents
 *            the documents of its frames, ascending
 */
public record StoredVideo(String id, Bank bank, int[] documents, Frames frames) {

	/** Reads the video of which a document is a frame. */
	public static StoredVideo read(LeafReader segment, int frameDocument, LookupRules rules) throws IOException {
		BytesRef id = BytesRef.deepCopyOf(new SegmentMedia(segment).idOf(frameDocument));
		SortedDocValues banks = RecordSearcher.banksOf(segment);
		RecordSearcher.require(banks.advanceExact(frameDocument));
		int bankOrdinal = banks.ordValue();
		Bank bank = rules.bank(banks.lookupOrd(bankOrdinal).utf8ToString());
		SortedDocValues banksOfFrames = RecordSearcher.banksOf(segment); // anew: values are read forwards only
		NumericDocValues qualities = RecordSearcher.qualitiesOf(segment);
		SegmentMedia media = new SegmentMedia(segment);
		ByteVectorValues hashes = segment.getByteVectorValues(RecordFields.HASH);
		if (hashes == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		KnnVectorValues.DocIndexIterator ordinals = hashes.iterator();
		PostingsEnum postings = documentsOf(id, segment);
		Bits live = segment.getLiveDocs();
		Frames.Builder frames = new Frames.Builder(64);
		int[] documents = new int[64];
		int size = 0;
		for (int document = postings.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = postings.nextDoc()) {
			RecordSearcher.require(banksOfFrames.advanceExact(document) && qualities.advanceExact(document)
					&& ordinals.advance(document) == document);
			boolean ofVideo = banksOfFrames.ordValue() == bankOrdinal && (live == null || live.get(document));
			if (ofVideo && qualities.longValue() >= rules.floorOf(bank)) {
				documents = ArrayUtil.grow(documents, size + 1);
				documents[size++] = document;
				frames.add(media.timeMsOf(document), Hash256.ofBytes(hashes.vectorValue(ordinals.index())));
			}
		}
		return new StoredVideo(RecordIds.toText(id), bank, Arrays.copyOf(documents, size), frames.build());
	}

	private static PostingsEnum documentsOf(BytesRef id, LeafReader segment) throws IOException {
		TermsEnum ids = segment.terms(RecordFields.VIDEO).iterator();
		RecordSearcher.require(ids.seekExact(id));
		return ids.postings(null, PostingsEnum.NONE);
	}

	/** The frame that a document is, one of those that count. */
	public int frameOf(int document) throws IOException {
		int frame = Arrays.binarySearch(documents, document);
		RecordSearcher.require(frame >= 0);
		return frame;
	}
}

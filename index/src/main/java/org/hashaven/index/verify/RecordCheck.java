package org.hashaven.index.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Quality;
import org.hashaven.index.Bank;
import org.hashaven.index.VerifyFault.Kind;
import org.hashaven.index.VerifyFault;
import org.hashaven.index.record.Banks;
import org.hashaven.index.record.RecordFields;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.record.SegmentMedia;
import org.hashaven.index.regioncode.RegionVector;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * What must hold of the records beyond what Lucene checks: the id found both ways, a hash, a known bank, a quality and a kind each; for one
 * id of one bank one single record, with the regions of its photo, or the frames of one video, which are neighbours in one segment, in the
 * order of their times.
 */
public final class RecordCheck {

	/** What {@code indexOf} says of a bank that is not there. */
	private static final short NO_BANK = -1;

	private final IndexReader reader;
	private final Banks banks;
	private final List<VerifyFault> faults;
	private final int[] idOfDocument;
	private final short[] bankOfDocument;

	public RecordCheck(IndexReader reader, Banks banks, List<VerifyFault> faults) {
		this.reader = reader;
		this.banks = banks;
		this.faults = faults;
		this.idOfDocument = new int[reader.maxDoc()];
		this.bankOfDocument = new short[reader.maxDoc()];
	}

	/** Checks all; gives the number of records. */
	public long run() throws IOException {
		for (LeafReaderContext segment : reader.leaves()) {
			noteBanks(segment);
		}
		checkIds();
		for (LeafReaderContext segment : reader.leaves()) {
			checkValues(segment);
			checkVideos(segment);
		}
		return reader.numDocs();
	}

	/** Notes for each document the position of its bank, or {@link #NO_BANK}. */
	private void noteBanks(LeafReaderContext context) throws IOException {
		List<String> names = banks.list().stream().map(Bank::name).toList();
		SortedDocValues bankNames = RecordSearcher.banksOf(context.reader());
		short[] positions = new short[bankNames.getValueCount()];
		for (int ordinal = 0; ordinal < positions.length; ordinal++) {
			positions[ordinal] = (short) names.indexOf(bankNames.lookupOrd(ordinal).utf8ToString());
		}
		for (int document = 0; document < context.reader().maxDoc(); document++) {
			bankOfDocument[context.docBase + document] = bankNames.advanceExact(document) ? positions[bankNames.ordValue()] : NO_BANK;
		}
	}

	/** Goes through all ids, and notes for each document a number made from the id that leads to it. */
	private void checkIds() throws IOException {
		long found = 0;
		for (String field : RecordFields.IDS) {
			Terms ids = MultiTerms.getTerms(reader, field);
			if (ids != null) {
				found += checkIds(field, ids.iterator());
			}
		}
		if (found != reader.numDocs()) {
			faults.add(new VerifyFault(Kind.NO_ID, "" + (reader.numDocs() - found)));
		}
	}

	private long checkIds(String field, TermsEnum ids) throws IOException {
		Bits live = MultiBits.getLiveDocs(reader);
		Terms singles = MultiTerms.getTerms(reader, RecordFields.ID);
		TermsEnum others = field.equals(RecordFields.VIDEO) && singles != null ? singles.iterator() : TermsEnum.EMPTY;
		long found = 0;
		PostingsEnum postings = null;
		long[] records = new long[1];
		for (BytesRef id = ids.next(); id != null; id = ids.next()) {
			int size = 0;
			postings = ids.postings(postings, PostingsEnum.NONE);
			for (int document = nextLive(postings, live); document != DocIdSetIterator.NO_MORE_DOCS; document = nextLive(postings, live)) {
				records = ArrayUtil.grow(records, size + 1);
				records[size++] = (long) bankOfDocument[document] << Integer.SIZE | document;
				idOfDocument[document] = id.hashCode();
			}
			Arrays.sort(records, 0, size);
			int from = 0;
			while (from < size) {
				int to = from + 1;
				while (to < size && bankOf(records[to]) == bankOf(records[from])) {
					to++;
				}
				boolean shared = field.equals(RecordFields.ID) ? to - from > 1 : isLive(id, bankOf(records[from]), others, live);
				if (shared) {
					faults.add(new VerifyFault(Kind.ID_TWICE, RecordIds.toText(id)));
				}
				if (segmentOf((int) records[from]) != segmentOf((int) records[to - 1])) {
					faults.add(new VerifyFault(Kind.ID_SCATTERED, RecordIds.toText(id)));
				}
				from = to;
			}
			found += size;
		}
		return found;
	}

	private static int bankOf(long record) {
		return (int) (record >> Integer.SIZE);
	}

	private boolean isLive(BytesRef id, int bank, TermsEnum ids, @Nullable Bits live) throws IOException {
		if (!ids.seekExact(id)) {
			return false;
		}
		PostingsEnum postings = ids.postings(null, PostingsEnum.NONE);
		int document = nextLive(postings, live);
		while (document != DocIdSetIterator.NO_MORE_DOCS && bankOfDocument[document] != bank) {
			document = nextLive(postings, live);
		}
		return document != DocIdSetIterator.NO_MORE_DOCS;
	}

	private static int nextLive(PostingsEnum postings, @Nullable Bits live) throws IOException {
		int document = postings.nextDoc();
		while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
			document = postings.nextDoc();
		}
		return document;
	}

	private int segmentOf(int document) {
		return ReaderUtil.subIndex(document, reader.leaves());
	}

	private void checkValues(LeafReaderContext context) throws IOException {
		LeafReader segment = context.reader();
		Bits live = segment.getLiveDocs();
		NumericDocValues qualities = RecordSearcher.qualitiesOf(segment);
		NumericDocValues kinds = segment.getNumericDocValues(RecordFields.KIND);
		Ids ids = new Ids(segment);
		int wrong = 0;
		for (int document = 0; document < segment.maxDoc(); document++) {
			if (live == null || live.get(document)) {
				boolean right = ids.lead(document, idOfDocument[context.docBase + document])
						&& bankOfDocument[context.docBase + document] != NO_BANK && qualities.advanceExact(document)
						&& qualities.longValue() >= 0 && qualities.longValue() <= Quality.MAX && isKind(kinds, document);
				wrong += right ? 0 : 1;
			}
		}
		if (hashes(segment) != segment.maxDoc()) {
			faults.add(new VerifyFault(Kind.NO_HASH, ""));
		}
		checkRegions(segment);
		if (wrong > 0) {
			faults.add(new VerifyFault(Kind.WRONG_RECORD, "" + wrong));
		}
	}

	private static boolean isKind(@Nullable NumericDocValues kinds, int document) throws IOException {
		return kinds != null && kinds.advanceExact(document) && RecordFields.isKind(kinds.longValue());
	}

	/** Each set of regions keeps the rules of a set, and belongs to a photo. */
	private void checkRegions(LeafReader segment) throws IOException {
		ByteVectorValues sets = segment.getByteVectorValues(RecordFields.REGIONS);
		if (sets == null) {
			return;
		}
		BinaryDocValues singles = DocValues.getBinary(segment, RecordFields.ID); // anew: values are read forwards only
		int wrong = 0;
		KnnVectorValues.DocIndexIterator documents = sets.iterator();
		for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
			wrong += singles.advanceExact(document) && isSet(sets.vectorValue(documents.index())) ? 0 : 1;
		}
		if (wrong > 0) {
			faults.add(new VerifyFault(Kind.WRONG_REGIONS, "" + wrong));
		}
	}

	private static boolean isSet(byte[] vector) {
		try {
			return !RegionVector.toSet(vector).isEmpty();
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static int hashes(LeafReader segment) throws IOException {
		ByteVectorValues hashes = segment.getByteVectorValues(RecordFields.HASH);
		return hashes == null ? 0 : hashes.size();
	}

	/** The ids that the documents of a segment say they have. */
	private static final class Ids {

		private final BinaryDocValues singles;
		private final SortedDocValues videos;
		private int lastVideo = SegmentMedia.NO_VIDEO;
		private int lastVideoId;

		Ids(LeafReader segment) throws IOException {
			singles = DocValues.getBinary(segment, RecordFields.ID); // empty where there are none
			videos = DocValues.getSorted(segment, RecordFields.VIDEO);
		}

		/** Whether a document has one id, the one of which this number was made. */
		boolean lead(int document, int id) throws IOException {
			boolean single = singles.advanceExact(document);
			boolean frame = videos.advanceExact(document);
			if (single == frame) {
				return false;
			}
			return (single ? singles.binaryValue().hashCode() : videoId()) == id;
		}

		private int videoId() throws IOException {
			if (videos.ordValue() != lastVideo) { // looking it up means unpacking a block of them
				lastVideo = videos.ordValue();
				lastVideoId = videos.lookupOrd(lastVideo).hashCode();
			}
			return lastVideoId;
		}
	}

	private void checkVideos(LeafReaderContext context) throws IOException {
		LeafReader segment = context.reader();
		SortedDocValues videos = segment.getSortedDocValues(RecordFields.VIDEO);
		if (videos == null) {
			return;
		}
		NumericDocValues times = segment.getNumericDocValues(RecordFields.TIME);
		Bits live = segment.getLiveDocs();
		Map<Integer, RoaringBitmap> seen = new HashMap<>(); // the videos of each bank
		int wrong = 0;
		int lastVideo = SegmentMedia.NO_VIDEO;
		int lastBank = 0;
		long lastTimeMs = 0;
		for (int document = 0; document < segment.maxDoc(); document++) {
			if (live == null || live.get(document)) {
				int video = videos.advanceExact(document) ? videos.ordValue() : SegmentMedia.NO_VIDEO;
				if (video != SegmentMedia.NO_VIDEO) {
					int bank = bankOfDocument[context.docBase + document];
					long timeMs = times != null && times.advanceExact(document) ? times.longValue() : -1;
					boolean first = seen.computeIfAbsent(bank, none -> new RoaringBitmap()).checkedAdd(video);
					boolean follows = video == lastVideo && bank == lastBank && timeMs >= lastTimeMs;
					wrong += timeMs >= 0 && timeMs <= Integer.MAX_VALUE && (first || follows) ? 0 : 1;
					lastBank = bank;
					lastTimeMs = timeMs;
				}
				lastVideo = video;
			}
		}
		if (wrong > 0) {
			faults.add(new VerifyFault(Kind.WRONG_FRAME, "" + wrong));
		}
	}
}

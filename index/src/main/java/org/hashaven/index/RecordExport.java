package org.hashaven.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.hash.ListedMedia;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.regioncode.RegionVector;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Reads the live records of a searcher back, photo by photo and video by video, in the order in which they lie in the segments. */
final class RecordExport {

	private final Set<String> banks;
	private final Consumer<? super ListedMedia> to;

	private RecordExport(Set<String> banks, Consumer<? super ListedMedia> to) {
		this.banks = banks;
		this.to = to;
	}

	/**
	 * Gives all media of some banks to a consumer.
	 *
	 * @param banks
	 *            names; empty for all
	 */
	static void export(RecordSearcher searcher, Set<String> banks, Consumer<? super ListedMedia> to) throws IOException {
		for (String bank : banks) {
			searcher.banks().get(bank); // or it says that there is none
		}
		RecordExport export = new RecordExport(banks, to);
		for (LeafReaderContext segment : searcher.reader().leaves()) {
			export.segment(segment.reader());
		}
	}

	private void segment(LeafReader segment) throws IOException {
		Bits live = segment.getLiveDocs();
		RoaringBitmap wanted = banks.isEmpty() ? null : SegmentBanks.of(segment).of(banks);
		SortedDocValues bankNames = RecordSearcher.banksOf(segment);
		NumericDocValues qualities = RecordSearcher.qualitiesOf(segment);
		NumericDocValues kinds = segment.getNumericDocValues(RecordFields.KIND);
		ByteVectorValues hashes = segment.getByteVectorValues(RecordFields.HASH);
		if (kinds == null || hashes == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		KnnVectorValues.DocIndexIterator documents = hashes.iterator();
		SegmentMedia media = new SegmentMedia(segment);
		Regions regions = new Regions(segment);
		OpenVideo video = new OpenVideo();
		for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
			if ((live != null && !live.get(document)) || (wanted != null && !wanted.contains(document))) {
				continue;
			}
			RecordSearcher.require(
					bankNames.advanceExact(document) && qualities.advanceExact(document) && kinds.advanceExact(document));
			String bank = bankNames.lookupOrd(bankNames.ordValue()).utf8ToString();
			Hash256 hash = Hash256.ofBytes(hashes.vectorValue(documents.index()));
			int quality = (int) qualities.longValue();
			int ordinal = media.videoOf(document);
			if (ordinal != video.ordinal) {
				video.end();
			}
			String id = RecordIds.toText(media.idOf(document));
			if (ordinal == SegmentMedia.NO_VIDEO) {
				MediaKind kind = kinds.longValue() == 0 ? MediaKind.PHOTO : MediaKind.FRAME;
				to.accept(new ListedMedia.Photo(
						new HashRecord(id, hash, quality, kind, bank, null).withRegions(regions.of(document))));
			} else {
				video.add(ordinal, id, bank, new FrameHash(media.timeMsOf(document), hash, quality));
			}
		}
		video.end();
	}

	/** The video whose frames are being read: they are neighbours in their segment. */
	private final class OpenVideo {

		private final List<FrameHash> frames = new ArrayList<>();
		private int ordinal = SegmentMedia.NO_VIDEO;
		private String id = "";
		private String bank = "";

		void add(int newOrdinal, String newId, String newBank, FrameHash frame) {
			ordinal = newOrdinal;
			id = newId;
			bank = newBank;
			frames.add(frame);
		}

		void end() {
			if (!frames.isEmpty()) {
				to.accept(new ListedMedia.Video(new VideoRecord(id, frames, bank, null, null)));
				frames.clear();
			}
			ordinal = SegmentMedia.NO_VIDEO;
		}
	}

	/** The regions of the documents of a segment, asked for in ascending order. */
	private static final class Regions {

		private final @Nullable ByteVectorValues sets;
		private final KnnVectorValues.@Nullable DocIndexIterator documents;

		Regions(LeafReader segment) throws IOException {
			sets = segment.getByteVectorValues(RecordFields.REGIONS);
			documents = sets == null ? null : sets.iterator();
		}

		RegionSet of(int document) throws IOException {
			if (sets == null || documents == null) {
				return RegionSet.NONE;
			}
			if (documents.docID() < document) {
				documents.advance(document);
			}
			return documents.docID() == document ? RegionVector.toSet(sets.vectorValue(documents.index())) : RegionSet.NONE;
		}
	}
}

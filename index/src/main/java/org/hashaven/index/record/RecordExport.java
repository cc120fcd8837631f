package org.hashaven.index.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.roaringbitmap.RoaringBitmap;

/** Reads the live records of a searcher back, photo by photo and video by video, in the order in which they lie in the segments. */
public final class RecordExport {

	private final Set<String> banks;
	private final Consumer<? super MediaRecord> to;

	private RecordExport(Set<String> banks, Consumer<? super MediaRecord> to) {
		this.banks = banks;
		this.to = to;
	}

	/**
	 * Gives all media of some banks to a consumer.
	 *
	 * @param banks
	 *            names; empty for all
	 */
	public static void export(RecordSearcher searcher, Set<String> banks, Consumer<? super MediaRecord> to) throws IOException {
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
		SegmentMedia media = new SegmentMedia(segment);
		SegmentRecords records = new SegmentRecords(segment);
		OpenVideo video = new OpenVideo();
		for (int document = 0; document < segment.maxDoc(); document++) {
			if ((live != null && !live.get(document)) || (wanted != null && !wanted.contains(document))) {
				continue;
			}
			RecordSearcher.require(bankNames.advanceExact(document));
			String bank = bankNames.lookupOrd(bankNames.ordValue()).utf8ToString();
			int number = media.videoOf(document);
			if (number != video.number) {
				video.end();
			}
			String id = RecordIds.toText(media.idOf(document));
			if (number == SegmentMedia.NO_VIDEO) {
				to.accept(records.single(document, id, bank));
			} else {
				video.add(number, id, bank, records.frame(document));
			}
		}
		video.end();
	}

	/** The video whose frames are being read: they are neighbours in their segment. */
	private final class OpenVideo {

		private final List<FrameHash> frames = new ArrayList<>();
		private int number = SegmentMedia.NO_VIDEO;
		private String id = "";
		private String bank = "";

		void add(int newNumber, String newId, String newBank, FrameHash frame) {
			number = newNumber;
			id = newId;
			bank = newBank;
			frames.add(frame);
		}

		void end() {
			if (!frames.isEmpty()) {
				to.accept(new VideoRecord(id, frames, bank, null, null));
				frames.clear();
			}
			number = SegmentMedia.NO_VIDEO;
		}
	}
}

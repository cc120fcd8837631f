package org.hashaven.index.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.HammingHits;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.SearchCounters;

/** Who has a hash: for withdrawing it, and for asking. */
public final class HashHolders {

	private HashHolders() {
	}

	/** The media with a record of exactly this hash, in the order of their ids, whatever their bank's rules. */
	public static List<MediaName> of(RecordSearcher searcher, Hash256 hash) throws IOException {
		List<MediaName> holders = new ArrayList<>();
		HammingQuery query = new HammingQuery(RecordFields.HASH, hash, 0);
		SearchCounters counters = new SearchCounters();
		for (LeafReaderContext segment : searcher.reader().leaves()) {
			HammingHits hits = query.search(segment.reader(), counters);
			if (hits.size() > 0) {
				SegmentMedia media = new SegmentMedia(segment.reader());
				SortedDocValues banks = RecordSearcher.banksOf(segment.reader());
				Bits live = segment.reader().getLiveDocs();
				int lastVideo = SegmentMedia.NO_VIDEO;
				for (int hit = 0; hit < hits.size(); hit++) {
					int document = hits.document(hit);
					if (live == null || live.get(document)) {
						int video = media.videoOf(document);
						if (video == SegmentMedia.NO_VIDEO || video != lastVideo) {
							RecordSearcher.require(banks.advanceExact(document));
							String bank = banks.lookupOrd(banks.ordValue()).utf8ToString();
							holders.add(new MediaName(bank, RecordIds.toText(media.idOf(document))));
						}
						lastVideo = video;
					}
				}
			}
		}
		holders.sort(Comparator.comparing(MediaName::id).thenComparing(MediaName::bank));
		return holders;
	}
}

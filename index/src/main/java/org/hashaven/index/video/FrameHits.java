package org.hashaven.index.video;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;
import org.hashaven.hash.FrameHash;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.hamming.HammingHits;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.SearchCounters;
import org.hashaven.index.hamming.SearchStats;
import org.hashaven.index.lookup.LookupRules;
import org.hashaven.index.lookup.SegmentRules;
import org.hashaven.index.record.RecordFields;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.record.SegmentMedia;

/**
 * What one frame of a looked-up video hits: for each hit the number of its media, see {@link MediaNumbers}, and its document in the segment
 * of that media, in one long; ascending.
 *
 * @param capped
 *            whether there were more; the first by segment and document are kept, so that all frames keep the same media
 */
public record FrameHits(long[] packed, boolean capped, SearchStats stats) {

	/** Most hits of a frame in one video: more look-alikes of a picture in a row say nothing new. */
	public static final int MAX_HITS_A_VIDEO = 64;

	private static final int DOCUMENT_BITS = 31;

	/** Looks a frame up by the rules of each bank. */
	public static FrameHits of(FrameHash frame, RecordSearcher searcher, MediaNumbers numbers, MatchOptions options, int maxHits)
			throws IOException {
		LookupRules rules = new LookupRules(searcher.banks(), options, options.radius(), OptionalInt.of(frame.quality()),
				VideoLookup.MIN_QUALITY);
		SearchCounters counters = new SearchCounters();
		Kept kept = new Kept(maxHits);
		if (rules.largestRadius() >= 0) {
			HammingQuery query = new HammingQuery(RecordFields.HASH, frame.hash(), rules.largestRadius());
			for (int segment = 0; segment < numbers.segments() && !kept.capped; segment++) {
				LeafReader reader = numbers.reader(segment);
				HammingHits hits = rules.search(query, reader, counters);
				if (hits.size() > 0) {
					SegmentRules accepted = new SegmentRules(rules, reader);
					SegmentMedia media = new SegmentMedia(reader);
					for (int hit = 0; hit < hits.size() && !kept.capped; hit++) {
						int document = hits.document(hit);
						if (accepted.bankOf(document, hits.distanceBits(hit)) != SegmentRules.REFUSED) {
							kept.add(numbers.numberOf(segment, media.videoOf(document), document), document);
						}
					}
				}
			}
		}
		return new FrameHits(kept.sorted(), kept.capped, counters.toStats());
	}

	/** The hits kept so far. Those of one video come one after the other; of many, every second is kept, then every fourth, and so on. */
	private static final class Kept {

		private final int maxHits;
		private long[] packed = new long[16];
		private int size;
		private int firstOfMedia;
		private int seenOfMedia;
		private int step;
		private boolean capped;

		Kept(int maxHits) {
			this.maxHits = maxHits;
		}

		void add(long media, int document) {
			if (size == 0 || packed[size - 1] >>> DOCUMENT_BITS != media) {
				firstOfMedia = size;
				seenOfMedia = 0;
				step = 1;
			}
			if (size - firstOfMedia == MAX_HITS_A_VIDEO) {
				size = firstOfMedia + MAX_HITS_A_VIDEO / 2;
				for (int hit = firstOfMedia; hit < size; hit++) {
					packed[hit] = packed[2 * hit - firstOfMedia];
				}
				step *= 2;
			}
			if (seenOfMedia % step == 0) {
				if (size == maxHits) {
					capped = true;
				} else {
					packed = ArrayUtil.grow(packed, size + 1);
					packed[size++] = media << DOCUMENT_BITS | document;
				}
			}
			seenOfMedia++;
		}

		long[] sorted() {
			long[] sorted = Arrays.copyOf(packed, size);
			Arrays.sort(sorted);
			return sorted;
		}
	}

	public int size() {
		return packed.length;
	}

	/** The number of the media of a hit. */
	public long media(int hit) {
		return packed[hit] >>> DOCUMENT_BITS;
	}

	/** The document of a hit in the segment of its media. */
	public int document(int hit) {
		return (int) packed[hit] & Integer.MAX_VALUE;
	}
}

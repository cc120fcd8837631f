package org.hashaven.index.record;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/**
 * The videos of one segment whose id stands before them in the segment for a video of another bank: they have the same ordinal and are not
 * the same video. There are hardly ever any. The frames of a video are neighbours, so each is a run of documents.
 *
 * @param begins
 *            the first document of each run, ascending
 * @param ends
 *            the document after its last
 */
public record SharedVideoIds(int[] begins, int[] ends) {

	private static final SharedVideoIds NONE = new SharedVideoIds(new int[0], new int[0]);

	/** Reads them from a segment. */
	public static SharedVideoIds read(LeafReader segment) throws IOException {
		SortedDocValues videos = segment.getSortedDocValues(RecordFields.VIDEO);
		SortedDocValues banks = RecordSearcher.banksOf(segment);
		if (videos == null || banks.getValueCount() < 2) {
			return NONE;
		}
		int[] firstBank = new int[videos.getValueCount()];
		Arrays.fill(firstBank, -1);
		int[] begins = new int[0];
		int[] ends = new int[0];
		int runs = 0;
		int lastVideo = SegmentMedia.NO_VIDEO;
		int lastBank = -1;
		for (int document = videos.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = videos.nextDoc()) {
			RecordSearcher.require(banks.advanceExact(document));
			int video = videos.ordValue();
			int bank = banks.ordValue();
			if (firstBank[video] < 0) {
				firstBank[video] = bank;
			}
			if (bank != firstBank[video]) {
				boolean goesOn = video == lastVideo && bank == lastBank && ends[runs - 1] == document;
				if (!goesOn) {
					begins = ArrayUtil.grow(begins, runs + 1);
					ends = ArrayUtil.grow(ends, runs + 1);
					begins[runs++] = document;
				}
				ends[runs - 1] = document + 1;
			}
			lastVideo = video;
			lastBank = bank;
		}
		return runs == 0 ? NONE : new SharedVideoIds(Arrays.copyOf(begins, runs), Arrays.copyOf(ends, runs));
	}

	/** How many there are. */
	public int count() {
		return begins.length;
	}

	/** Which of them a document is a frame of, from 0; negative when of none. */
	public int indexOf(int document) {
		int at = Arrays.binarySearch(begins, document);
		int run = at < 0 ? -at - 2 : at;
		return run >= 0 && document < ends[run] ? run : -1;
	}
}

package org.hashaven.index.video;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.record.SegmentMedia;

/**
 * A number below 2^32 for each media of a searcher: segment after segment, first its videos by their numbers, then its single records by
 * their documents.
 */
public final class MediaNumbers {

	private final List<LeafReaderContext> segments;
	private final long[] first;
	private final int[] videos;

	public MediaNumbers(RecordSearcher searcher) throws IOException {
		segments = searcher.reader().leaves();
		first = new long[segments.size() + 1];
		videos = new int[segments.size()];
		for (int segment = 0; segment < videos.length; segment++) {
			videos[segment] = new SegmentMedia(reader(segment)).videoCount();
			first[segment + 1] = first[segment] + videos[segment] + reader(segment).maxDoc();
		}
	}

	/** Number of segments. */
	public int segments() {
		return segments.size();
	}

	public LeafReader reader(int segment) {
		return segments.get(segment).reader();
	}

	/**
	 * The number of the media of a document.
	 *
	 * @param video
	 *            see {@link SegmentMedia#videoOf}
	 */
	public long numberOf(int segment, int video, int document) {
		return first[segment] + (video == SegmentMedia.NO_VIDEO ? videos[segment] + (long) document : video);
	}

	public int segmentOf(long number) {
		int at = Arrays.binarySearch(first, number);
		if (at < 0) {
			return -at - 2;
		}
		while (first[at + 1] == number) { // segments without a document have no numbers
			at++;
		}
		return at;
	}

	public boolean isVideo(long number) {
		int segment = segmentOf(number);
		return number - first[segment] < videos[segment];
	}
}

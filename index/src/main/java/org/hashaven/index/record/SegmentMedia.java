package org.hashaven.index.record;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.jspecify.annotations.Nullable;

/**
 * To which media the documents of one segment belong, and when the frames among them are shown. Each method is asked for documents in
 * ascending order; for one thread.
 */
public final class SegmentMedia {

	/** In place of a video's number: the document is no frame of a video in the index. */
	public static final int NO_VIDEO = -1;

	private final @Nullable BinaryDocValues ids;
	private final @Nullable SortedDocValues videos;
	private final @Nullable NumericDocValues times;
	private final SharedVideoIds shared;

	public SegmentMedia(LeafReader segment) throws IOException {
		ids = segment.getBinaryDocValues(RecordFields.ID);
		videos = segment.getSortedDocValues(RecordFields.VIDEO);
		times = segment.getNumericDocValues(RecordFields.TIME);
		shared = SegmentBanks.of(segment).sharedVideoIds();
	}

	/** Number of videos with a frame in this segment, live or not: their numbers are below it. */
	public int videoCount() {
		return videos == null ? 0 : videos.getValueCount() + shared.count();
	}

	/** The number in this segment of the video whose frame a document is, {@link #NO_VIDEO} for a single record. */
	public int videoOf(int document) throws IOException {
		if (videos == null || !videos.advanceExact(document)) {
			return NO_VIDEO;
		}
		int again = shared.indexOf(document);
		return again < 0 ? videos.ordValue() : videos.getValueCount() + again;
	}

	/** When the frame is shown. */
	public int timeMsOf(int document) throws IOException {
		if (times == null || !times.advanceExact(document)) {
			throw new IndexException(Reason.CORRUPT);
		}
		return (int) times.longValue();
	}

	/** The bytes of the id of a document's media, good until the next is asked for. */
	public BytesRef idOf(int document) throws IOException {
		if (videos != null && videos.advanceExact(document)) {
			return videos.lookupOrd(videos.ordValue());
		}
		if (ids == null || !ids.advanceExact(document)) {
			throw new IndexException(Reason.CORRUPT);
		}
		return ids.binaryValue();
	}
}

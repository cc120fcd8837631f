package org.hashaven.index.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * The documents of each bank in one segment, as bitmaps: a lookup in some banks passes over segments that hold none of them, and over hits
 * in others, without reading a record. A document never changes its bank, so that the bitmaps are made once for as long as the segment
 * lives.
 */
public final class SegmentBanks {

	private static final Map<CacheKey, SegmentBanks> BY_SEGMENT = new ConcurrentHashMap<>();

	private final Map<String, RoaringBitmap> documents;
	private final SharedVideoIds sharedVideoIds;

	private SegmentBanks(Map<String, RoaringBitmap> documents, SharedVideoIds sharedVideoIds) {
		this.documents = documents;
		this.sharedVideoIds = sharedVideoIds;
	}

	/** The banks of a segment, made when they are first asked for. */
	public static SegmentBanks of(LeafReader segment) throws IOException {
		CacheHelper core = segment.getCoreCacheHelper();
		if (core == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		SegmentBanks known = BY_SEGMENT.get(core.getKey());
		if (known != null) {
			return known;
		}
		SegmentBanks made = new SegmentBanks(read(segment), SharedVideoIds.read(segment));
		if (BY_SEGMENT.putIfAbsent(core.getKey(), made) == null) {
			core.addClosedListener(BY_SEGMENT::remove);
		}
		return made;
	}

	private static Map<String, RoaringBitmap> read(LeafReader segment) throws IOException {
		SortedDocValues banks = RecordSearcher.banksOf(segment);
		List<RoaringBitmapWriter<RoaringBitmap>> writers = new ArrayList<>();
		for (int ordinal = 0; ordinal < banks.getValueCount(); ordinal++) {
			writers.add(RoaringBitmapWriter.writer().runCompress(true).get());
		}
		for (int document = 0; document < segment.maxDoc(); document++) {
			RecordSearcher.require(banks.advanceExact(document));
			writers.get(banks.ordValue()).add(document);
		}
		Map<String, RoaringBitmap> documents = new HashMap<>();
		for (int ordinal = 0; ordinal < banks.getValueCount(); ordinal++) {
			documents.put(banks.lookupOrd(ordinal).utf8ToString(), writers.get(ordinal).get());
		}
		return documents;
	}

	/** The videos that share their id with one in another bank. */
	public SharedVideoIds sharedVideoIds() {
		return sharedVideoIds;
	}

	/** Whether the segment has documents of one of these banks. */
	public boolean hasAny(Collection<String> banks) {
		return banks.stream().anyMatch(documents::containsKey);
	}

	/** The documents of these banks; empty when the segment has none. */
	public RoaringBitmap of(Collection<String> banks) {
		RoaringBitmap all = new RoaringBitmap();
		for (String bank : banks) {
			RoaringBitmap some = documents.get(bank);
			if (some != null) {
				if (banks.size() == 1) {
					return some;
				}
				all.or(some);
			}
		}
		return all;
	}
}

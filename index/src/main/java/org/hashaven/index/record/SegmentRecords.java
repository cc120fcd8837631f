package org.hashaven.index.record;

import java.io.IOException;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.regioncode.RegionVector;
import org.jspecify.annotations.Nullable;

/** The records of one segment, read back. Asked for documents in ascending order; for one thread. */
public final class SegmentRecords {

	private final SegmentMedia media;
	private final NumericDocValues qualities;
	private final NumericDocValues kinds;
	private final ByteVectorValues hashes;
	private final KnnVectorValues.DocIndexIterator hashed;
	private final @Nullable ByteVectorValues regionSets;
	private final KnnVectorValues.@Nullable DocIndexIterator regioned;

	public SegmentRecords(LeafReader segment) throws IOException {
		media = new SegmentMedia(segment);
		qualities = RecordSearcher.qualitiesOf(segment);
		kinds = require(segment.getNumericDocValues(RecordFields.KIND));
		hashes = require(segment.getByteVectorValues(RecordFields.HASH));
		hashed = hashes.iterator();
		regionSets = segment.getByteVectorValues(RecordFields.REGIONS);
		regioned = regionSets == null ? null : regionSets.iterator();
	}

	private static <V> V require(@Nullable V values) throws IndexException {
		if (values == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		return values;
	}

	/** The record of a document that is no frame of a video in the index. */
	public HashRecord single(int document, String id, String bank) throws IOException {
		RecordSearcher.require(kinds.advanceExact(document));
		MediaKind kind = kinds.longValue() == 0 ? MediaKind.PHOTO : MediaKind.FRAME;
		return new HashRecord(id, hash(document), quality(document), kind, bank, null).withRegions(regions(document));
	}

	/** The frame of a video that a document is. */
	public FrameHash frame(int document) throws IOException {
		return new FrameHash(media.timeMsOf(document), hash(document), quality(document));
	}

	private Hash256 hash(int document) throws IOException {
		RecordSearcher.require(hashed.advance(document) == document);
		return Hash256.ofBytes(hashes.vectorValue(hashed.index()));
	}

	private int quality(int document) throws IOException {
		RecordSearcher.require(qualities.advanceExact(document));
		return (int) qualities.longValue();
	}

	private RegionSet regions(int document) throws IOException {
		if (regionSets == null || regioned == null) {
			return RegionSet.NONE;
		}
		if (regioned.docID() < document) {
			regioned.advance(document);
		}
		return regioned.docID() == document ? RegionVector.toSet(regionSets.vectorValue(regioned.index())) : RegionSet.NONE;
	}
}

package org.hashaven.index.record;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.MediaKind;
import org.hashaven.index.regioncode.RecordCodec;
import org.hashaven.index.regioncode.RegionVector;

/**
 * A record as a Lucene document: one set of fields, filled anew for each record.
 *
 * <pre>
 *   id       postings and binary doc values   in a single record: the bytes of {@link RecordIds}
 *   video    postings and sorted doc values   in a frame of a video: the same of the video's id
 *   time     numeric doc values               in a frame of a video: ms from its first frame, not before the document before
 *   hash     byte vector                      32 bytes, most significant first
 *   bank     sorted doc values                UTF-8
 *   quality  numeric doc values               0..100
 *   kind     numeric doc values               0 photo, 1 frame
 *   regions  byte vector                      only in a photo that has any: {@link RegionVector}
 * </pre>
 *
 * An id belongs to its bank: the same one in another bank leads to documents of another photo or video, as their bank shows.
 *
 * <p>
 * The frames of a video are neighbouring documents of one segment, in the order of their times: Lucene keeps those that were added together
 * side by side through every merge. So a frame costs two or three bytes for its video, two or three for its time and one for its posting.
 *
 * <p>
 * A record's name has no field: it never enters an index.
 */
public final class RecordFields {

	public static final String ID = "id";
	public static final String VIDEO = "video";
	public static final String TIME = "time";

	/** The fields that ids are found by; none is in both. */
	public static final List<String> IDS = List.of(ID, VIDEO);

	public static final String REGIONS = RecordCodec.REGIONS;

	/** A field of version 3, in which each region was a document: such regions reveal the picture and are not read any more. */
	public static final String OLD_REGION = "region";

	public static final String HASH = "hash";
	public static final String BANK = "bank";
	public static final String QUALITY = "quality";
	public static final String KIND = "kind";

	private final StringField idTerm = new StringField(ID, new BytesRef(), Field.Store.NO);
	private final BinaryDocValuesField idValue = new BinaryDocValuesField(ID, new BytesRef());
	// Lucene wants a similarity named; the Hamming format has its own and does not ask.
	private final KnnByteVectorField hash = new KnnByteVectorField(HASH, new byte[Hash256.BYTES], VectorSimilarityFunction.EUCLIDEAN);
	private final SortedDocValuesField bank;
	private final NumericDocValuesField quality = new NumericDocValuesField(QUALITY, 0);
	private final NumericDocValuesField kind = new NumericDocValuesField(KIND, 0);
	private final StringField videoTerm = new StringField(VIDEO, new BytesRef(), Field.Store.NO);
	private final SortedDocValuesField videoValue = new SortedDocValuesField(VIDEO, new BytesRef());
	private final NumericDocValuesField time = new NumericDocValuesField(TIME, 0);
	private final List<IndexableField> ofSingle;
	private final KnnByteVectorField regions = new KnnByteVectorField(REGIONS, new byte[RegionVector.BYTES],
			VectorSimilarityFunction.EUCLIDEAN);
	private final List<IndexableField> ofPhotoWithRegions;
	private final List<IndexableField> ofFrame;

	public RecordFields(String bankName) {
		bank = new SortedDocValuesField(BANK, new BytesRef(bankName));
		ofSingle = List.of(idTerm, idValue, hash, bank, quality, kind);
		ofFrame = List.of(videoTerm, videoValue, time, hash, bank, quality, kind);
		ofPhotoWithRegions = List.of(idTerm, idValue, hash, bank, quality, kind, regions);
	}

	/** The fields of a single record, good until the next is asked for. */
	public List<IndexableField> of(BytesRef id, HashRecord record) {
		setCommon(record.hash(), record.quality(), record.kind());
		idTerm.setBytesValue(id);
		idValue.setBytesValue(id);
		if (record.regions().isEmpty()) {
			return ofSingle;
		}
		regions.setVectorValue(RegionVector.of(record.regions()));
		return ofPhotoWithRegions;
	}

	/** The fields of a frame of the video with this id, good until the next is asked for. */
	public List<IndexableField> of(BytesRef id, FrameHash frame) {
		setCommon(frame.hash(), frame.quality(), MediaKind.FRAME);
		videoTerm.setBytesValue(id);
		videoValue.setBytesValue(id);
		time.setLongValue(frame.timeMs());
		return ofFrame;
	}

	private void setCommon(Hash256 newHash, int newQuality, MediaKind newKind) {
		hash.setVectorValue(newHash.toBytes());
		quality.setLongValue(newQuality);
		kind.setLongValue(toNumber(newKind));
	}

	private static long toNumber(MediaKind kind) {
		return switch (kind) {
			case PHOTO -> 0;
			case FRAME -> 1;
		};
	}

	/** The documents of the media of a bank that have these ids. */
	public static Query named(String bank, Collection<BytesRef> ids) {
		BooleanQuery.Builder named = new BooleanQuery.Builder();
		IDS.forEach(field -> named.add(new TermInSetQuery(field, ids), Occur.SHOULD));
		return new BooleanQuery.Builder().add(named.build(), Occur.FILTER)
				.add(SortedDocValuesField.newSlowExactQuery(BANK, new BytesRef(bank)), Occur.FILTER).build(); // slow only by itself
	}

	/** Whether a number in the field {@link #KIND} stands for a kind. */
	public static boolean isKind(long number) {
		return number == 0 || number == 1;
	}
}

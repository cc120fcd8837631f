package org.hashaven.index;

import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.hash.MediaKind;

/**
 * A record as a Lucene document: one set of fields, filled anew for each record.
 *
 * <pre>
 *   id       postings and binary doc values   the bytes of {@link RecordIds}
 *   hash     byte vector                      32 bytes, most significant first
 *   bank     sorted doc values                UTF-8
 *   quality  numeric doc values               0..100
 *   kind     numeric doc values               0 photo, 1 frame
 * </pre>
 *
 * A record's name has no field: it never enters an index.
 */
final class RecordFields {

	static final String ID = "id";
	static final String HASH = "hash";
	static final String BANK = "bank";
	static final String QUALITY = "quality";
	static final String KIND = "kind";

	private final StringField idTerm = new StringField(ID, new BytesRef(), Field.Store.NO);
	private final BinaryDocValuesField idValue = new BinaryDocValuesField(ID, new BytesRef());
	// Lucene wants a similarity named; the Hamming format has its own and does not ask.
	private final KnnByteVectorField hash = new KnnByteVectorField(HASH, new byte[Hash256.BYTES], VectorSimilarityFunction.EUCLIDEAN);
	private final SortedDocValuesField bank;
	private final NumericDocValuesField quality = new NumericDocValuesField(QUALITY, 0);
	private final NumericDocValuesField kind = new NumericDocValuesField(KIND, 0);
	private final List<IndexableField> all;

	RecordFields(String bankName) {
		bank = new SortedDocValuesField(BANK, new BytesRef(bankName));
		all = List.of(idTerm, idValue, hash, bank, quality, kind);
	}

	/** The fields of one record, good until the next is asked for. */
	List<IndexableField> of(BytesRef id, HashRecord record) {
		idTerm.setBytesValue(id);
		idValue.setBytesValue(id);
		hash.setVectorValue(record.hash().toBytes());
		quality.setLongValue(record.quality());
		kind.setLongValue(toNumber(record.kind()));
		return all;
	}

	private static long toNumber(MediaKind kind) {
		return switch (kind) {
			case PHOTO -> 0;
			case FRAME -> 1;
		};
	}

	/** Whether a number in the field {@link #KIND} stands for a kind. */
	static boolean isKind(long number) {
		return number == 0 || number == 1;
	}
}

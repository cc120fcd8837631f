package org.hashaven.index.regioncode;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.hashaven.index.hamming.HammingVectorsFormat;

/**
 * Lucene's codec with the Hamming format for hashes and the format of regions for regions. Segments of indexes of versions 1 to 3 name
 * {@link org.hashaven.index.hamming.HashCodec} instead.
 */
public final class RecordCodec extends FilterCodec {

	/** The name that segments carry; it stands for the Lucene codec beneath as well, so a later one gets a new name. */
	public static final String NAME = "HashavenRecords104";

	/** The field of the regions of photos. */
	public static final String REGIONS = "regions";

	private final KnnVectorsFormat hashes = new HammingVectorsFormat();
	private final KnnVectorsFormat regions = new RegionVectorsFormat();
	private final KnnVectorsFormat byField = new PerFieldKnnVectorsFormat() {
		@Override
		public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
			return field.equals(REGIONS) ? regions : hashes;
		}
	};

	/** Called by Lucene through {@link java.util.ServiceLoader}, and by the writer of an index. */
	public RecordCodec() {
		super(NAME, new Lucene104Codec());
	}

	@Override
	public KnnVectorsFormat knnVectorsFormat() {
		return byField;
	}
}

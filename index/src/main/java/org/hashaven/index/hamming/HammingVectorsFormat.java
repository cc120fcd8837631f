package org.hashaven.index.hamming;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.hashaven.hash.Hash256;

/**
 * A Lucene vectors format for 256-bit hashes: byte vectors of 32 dimensions, searched exactly by Hamming distance.
 *
 * <p>
 * The bytes. Two files a segment; all numbers little-endian as everywhere in Lucene, unless CodecUtil says otherwise; the header and the
 * footer are those of {@link org.apache.lucene.codecs.CodecUtil}: magic, name, version, segment id and suffix in front, magic and CRC-32 of
 * all before it at the end.
 *
 * <pre>
 * .hmm  (meta)   index header "HashavenHammingMeta", version 0
 *                for each field:
 *                  int   field number
 *                  int   count: number of hashes, 0..documents of the segment
 *                  long  columns: where in the data file its columns begin, a multiple of 64
 *                  long  documents: where in the data file its documents begin; -1 when every document has a hash
 *                int   -1
 *                footer
 *
 * .hmd  (data)   index header "HashavenHammingData", version 0
 *                for each field, zeros up to a multiple of 64, then:
 *                  long[count]  word 0 of each hash, the most significant: bits 255..192
 *                  long[count]  word 1
 *                  long[count]  word 2
 *                  long[count]  word 3
 *                  int[count]   document of each hash, ascending; only where not every document has one
 *                footer
 * </pre>
 *
 * The hash of ordinal {@code i} is at index {@code i} of each column; ordinals ascend with documents, so that a document is its own ordinal
 * where every document has a hash. Documents deleted after the segment was written keep their hash here until it is merged.
 *
 * <p>
 * Opening checks the whole of the small meta file, the data file's header and footer, that all parts lie inside it, and that documents
 * ascend. The checksum of the data file is held against its bytes before every merge and by Lucene's CheckIndex.
 */
public final class HammingVectorsFormat extends KnnVectorsFormat {

	/** The name that segments carry and by which Lucene finds this class. */
	public static final String NAME = "HashavenHamming";

	static final String META_EXTENSION = "hmm";
	static final String META_CODEC = "HashavenHammingMeta";
	static final String DATA_EXTENSION = "hmd";
	static final String DATA_CODEC = "HashavenHammingData";
	static final int VERSION_START = 0;
	static final int VERSION_CURRENT = VERSION_START;
	static final int COLUMN_ALIGNMENT_BYTES = 64;
	static final int END_OF_FIELDS = -1;
	static final long EVERY_DOCUMENT = -1;

	/** Called by Lucene through {@link java.util.ServiceLoader}, and by whoever sets up a codec. */
	public HammingVectorsFormat() {
		super(NAME);
	}

	@Override
	public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
		return new HammingVectorsWriter(state);
	}

	@Override
	public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
		return new HammingVectorsReader(state);
	}

	@Override
	public int getMaxDimensions(String field) {
		return Hash256.BYTES;
	}

	@Override
	public String toString() {
		return NAME;
	}
}

package org.hashaven.index.regioncode;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * A Lucene vectors format for the regions of photos: byte vectors as {@link RegionVector} has them, searched by {@link RegionSearcher}.
 *
 * <p>
 * The bytes. Two files a segment; numbers are little-endian, headers and footers are those of
 * {@link org.apache.lucene.codecs.CodecUtil}. "Photo" numbers the documents that have regions, "row" the regions in the order of their
 * photos, both from 0.
 *
 * <pre>
 * .hrm  (meta)   index header "HashavenRegionsMeta", version 1
 *                for each field:
 *                  int   field number
 *                  int   photos, 0..documents of the segment
 *                  int   rows, photos..16 photos
 *                  long  where the documents begin in the data file; -1 when every document has regions
 *                  long  where the headers begin
 *                  long  where the starts begin
 *                  long  where the codes begin
 *                  long  where the places begin
 *                  byte  slot bits B, 1..24; 0 when there are no tables
 *                  long  where the tables begin; -1 when there are none
 *                int   -1
 *                footer
 *
 * .hrd  (data)   index header "HashavenRegionsData", version 1
 *                for each field:
 *                  documents  int[photos]      ascending
 *                  headers    byte[photos]     the first byte of each vector
 *                  starts     int[photos + 1]  the first row of each photo, and the number of rows
 *                  codes      long[rows]
 *                  places     byte[3][rows]    the most significant first
 *                  tables     for the slot of the lowest B bits of a code, and for that of the highest:
 *                    int[2^B + 1]              the first position of each bucket, and the number of rows
 *                    int[rows]                 rows in the order of their buckets, ascending in each
 *                footer
 * </pre>
 *
 * Documents deleted after the segment was written keep their regions here until it is merged.
 *
 * <p>
 * Opening checks the whole of the meta file, the data file's header and footer, that all parts lie inside it, that documents and starts
 * ascend, that headers agree with the starts, that directories divide the rows, and that tables hold no row that is not there.
 */
public final class RegionVectorsFormat extends KnnVectorsFormat {

	/** The name that segments carry and by which Lucene finds this class. */
	public static final String NAME = "HashavenRegions";

	static final String META_EXTENSION = "hrm";
	static final String META_CODEC = "HashavenRegionsMeta";
	static final String DATA_EXTENSION = "hrd";
	static final String DATA_CODEC = "HashavenRegionsData";
	static final int VERSION = 1;
	static final int ALIGNMENT_BYTES = 64;
	static final int END_OF_FIELDS = -1;
	static final long NONE = -1;

	/** Fewer rows than these are scanned. */
	static final int MIN_TABLE_ROWS = 4_096;

	private final int minTableRows;

	/** Called by Lucene through {@link java.util.ServiceLoader}, and by whoever sets up a codec. */
	public RegionVectorsFormat() {
		this(MIN_TABLE_ROWS);
	}

	/** Writes tables for segments of at least so many rows, 1 or more. */
	RegionVectorsFormat(int minTableRows) {
		super(NAME);
		this.minTableRows = minTableRows;
	}

	@Override
	public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
		return new RegionVectorsWriter(state, minTableRows);
	}

	@Override
	public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
		return new RegionVectorsReader(state);
	}

	@Override
	public int getMaxDimensions(String field) {
		return RegionVector.BYTES;
	}

	@Override
	public String toString() {
		return NAME;
	}
}

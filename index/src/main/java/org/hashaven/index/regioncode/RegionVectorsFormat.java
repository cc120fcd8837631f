package org.hashaven.index.regioncode;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * A Lucene vectors format for the regions of photos: one byte vector a document, as {@link RegionVector} lays it out, searched by code.
 *
 * <p>
 * {@link RegionSearcher} searches the field. Lucene's nearest-neighbour queries do not apply to it and throw.
 *
 * <p>
 * The bytes. Two files a segment; all numbers little-endian as everywhere in Lucene, unless CodecUtil says otherwise; the header and the
 * footer are those of {@link org.apache.lucene.codecs.CodecUtil}: magic, name, version, segment id and suffix in front, magic and CRC-32 of
 * all before it at the end. "Photo" numbers the documents that have regions, "row" the regions of all photos, both from 0 and both in the
 * order of documents.
 *
 * <pre>
 * .rgm  (meta)   index header "HashavenRegionsMeta", version 1
 *                for each field:
 *                  int   field number
 *                  int   photos: documents with regions, 0..documents of the segment
 *                  int   rows: regions of all photos
 *                  long  where in the data file the headers begin
 *                  long  where the starts begin
 *                  long  where the documents begin; -1 when every document has regions
 *                  long  where the codes begin, a multiple of 64
 *                  long  where the places begin
 *                  byte  bucket bits B, 1..24; 0 when there are no tables
 *                  long  where the tables begin, a multiple of 64; -1 when there are none
 *                int   -1
 *                footer
 *
 * .rgd  (data)   index header "HashavenRegionsData", version 1
 *                for each field:
 *                  headers    byte[photos]   regions of the photo, 4..16, in bits 0 to 4; bit 7 set when they may be passed on; the
 *                                            other bits are 0
 *                  starts     int[photos / 32 + 1]  first row of photos 0, 32, 64, ...; of a photo without number, the count of rows
 *                  documents  int[photos]    document of each photo, ascending
 *                  codes      long[rows]     the code of each region
 *                  places     byte[rows][3]  its packed place, the most significant byte first
 *                  tables     for the low slot (bits 0 to B - 1 of a code), then the high slot (bits 64 - B to 63), each part
 *                             followed by zeros up to a multiple of 64 bytes:
 *                    int[2^B + 1]            directory: the first position of each bucket, and the number of rows; a row's bucket is
 *                                            the number that the bits of the slot make
 *                    int[rows]               postings in the order of their buckets: the row, ascending in a bucket, in the lower 32 - S
 *                                            bits, and in the upper S bits the sketch of its code, which are the S bits above the low
 *                                            slot or below the high slot; S is 8, or how many bits rows - 1 leaves free of 32 if fewer
 *                footer
 * </pre>
 *
 * A photo of 16 regions takes 305 bytes and the directories, and 4 more where not every document has regions. B is the binary logarithm of
 * the rows divided by 3.75, rounded down: the directories add 17 to 34 bytes. Segments of fewer than {@value #MIN_TABLE_ROWS} rows have no
 * tables; all their codes are compared.
 *
 * <p>
 * Documents deleted after the segment was written keep their regions here until it is merged.
 *
 * <p>
 * Opening checks the whole of the small meta file, the data file's header and footer, that all parts lie inside it, that headers are valid
 * and agree with the starts and the number of rows, that documents ascend, and that directories divide the rows. The checksum of the data
 * file is held against its bytes before every merge and by Lucene's CheckIndex.
 */
public final class RegionVectorsFormat extends KnnVectorsFormat {

	/** The name that segments carry and by which Lucene finds this class. */
	public static final String NAME = "HashavenRegions";

	/** Segments of fewer regions are scanned. */
	static final int MIN_TABLE_ROWS = 1 << 12;

	static final String META_EXTENSION = "rgm";
	static final String META_CODEC = "HashavenRegionsMeta";
	static final String DATA_EXTENSION = "rgd";
	static final String DATA_CODEC = "HashavenRegionsData";
	static final int VERSION_START = 1;
	static final int VERSION_CURRENT = VERSION_START;
	static final int ALIGNMENT_BYTES = 64;
	static final int END_OF_FIELDS = -1;
	static final long NONE = -1;

	private final int minTableRows;

	/** Called by Lucene through {@link java.util.ServiceLoader}, and by codecs. */
	public RegionVectorsFormat() {
		this(MIN_TABLE_ROWS);
	}

	/** Writes tables for segments of at least this many regions, 1 or more. */
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

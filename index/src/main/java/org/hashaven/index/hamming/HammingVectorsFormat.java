package org.hashaven.index.hamming;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.table.Plan;
import org.hashaven.index.hamming.table.SlotLayout;

/**
 * A Lucene vectors format for 256-bit hashes: byte vectors of 32 dimensions, searched exactly by Hamming distance.
 *
 * <p>
 * Each different hash of a segment is a row. A hash is cut into 16 slots of 16 bits, and each slot has a table of all rows in the order of
 * that slot's bits; {@link Plan} says why looking into a few buckets of each finds every row within a radius.
 *
 * <p>
 * The bytes. Two files a segment; all numbers little-endian as everywhere in Lucene, unless CodecUtil says otherwise; the header and the
 * footer are those of {@link org.apache.lucene.codecs.CodecUtil}: magic, name, version, segment id and suffix in front, magic and CRC-32 of
 * all before it at the end. "Ordinal" numbers the documents that have a hash, "row" the different hashes, both from 0.
 *
 * <pre>
 * .hmm  (meta)   index header "HashavenHammingMeta", version 1
 *                for each field:
 *                  int   field number
 *                  int   count: number of ordinals, 0..documents of the segment
 *                  int   rows: 0..count
 *                  byte  parity of the number of bits set in each hash: 0 all even, 1 all odd, 2 mixed
 *                  byte  arrangement: 0 bits as they are; 1 followed by
 *                        byte[256] which bit of the hash each bit of a row is
 *                  long  where in the data file the rows begin, a multiple of 64
 *                  long  where the documents begin; -1 when every document has a hash
 *                  long  where the groups begin; -1 when each ordinal is its own row
 *                  byte  bucket bits B, 1..16; 0 when there are no tables
 *                  long  where the tables begin, a multiple of 64; -1 when there are none
 *                int   -1
 *                footer
 *
 * .hmd  (data)   index header "HashavenHammingData", version 1
 *                for each field:
 *                  rows       long[rows][4]  the words of each, the most significant first; slot i is bits 16 (i % 4) to
 *                                            16 (i % 4) + 15 of word i / 4, bit 0 the lowest. Rows are in the order of their
 *                                            first ordinals
 *                  documents  int[count]     document of each ordinal, ascending
 *                  groups     int[count]     row of each ordinal
 *                             int[rows + 1]  where each row's ordinals begin in the following
 *                             int[count]     ordinals in the order of their rows, ascending in each
 *                  tables     for each of 16 slots, each part followed by zeros up to a multiple of 64 bytes:
 *                    int[2^B + 1]            directory: the first position of each bucket, and the number of rows; a row's bucket
 *                                            is the upper B of its slot's 16 bits, rows ascend in a bucket
 *                    short[rows], 8 bytes    sketches: the 16 bits of the next slot (of slot 0 after slot 15), by position
 *                    short[rows]             lower 16 bits of the row, by position
 *                    long[n / 64 + 1]        upper bits, n = rows + 2^B H bits, H = ((rows - 1) >> 16) + 1: bucket b begins at bit
 *                                            (its first position + b H); its j-th row, with upper bits u, is a 1 at bit j + u
 *                footer
 * </pre>
 *
 * Documents deleted after the segment was written keep their hash here until it is merged.
 *
 * <p>
 * Opening checks the whole of the small meta file, the data file's header and footer, that all parts lie inside it, that documents ascend,
 * that groups agree with the rows of their ordinals, and that directories divide the rows. The checksum of the data file is held against
 * its bytes before every merge and by Lucene's CheckIndex.
 */
public final class HammingVectorsFormat extends KnnVectorsFormat {

	/** The name that segments carry and by which Lucene finds this class. */
	public static final String NAME = "HashavenHamming";

	static final String META_EXTENSION = "hmm";
	static final String META_CODEC = "HashavenHammingMeta";
	static final String DATA_EXTENSION = "hmd";
	static final String DATA_CODEC = "HashavenHammingData";
	static final int VERSION_START = 1;
	static final int VERSION_CURRENT = VERSION_START;
	static final int ALIGNMENT_BYTES = SlotLayout.ALIGNMENT_BYTES;
	static final int END_OF_FIELDS = -1;
	static final long NONE = -1;

	private final int minTableRows;

	/** Called by Lucene through {@link java.util.ServiceLoader}, and to set up a codec. */
	public HammingVectorsFormat() {
		this(SlotLayout.MIN_ROWS);
	}

	/** Writes tables for segments of at least the given number of hashes, 1 or more. */
	HammingVectorsFormat(int minTableRows) {
		super(NAME);
		this.minTableRows = minTableRows;
	}

	@Override
	public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
		return new HammingVectorsWriter(state, minTableRows);
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

package org.hashaven.index.regioncode;

import java.util.Arrays;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.search.VectorScorer;

/** The regions of one segment as Lucene sees them: a vector for each photo that has any. */
final class RegionVectorValues extends ByteVectorValues {

	private final RegionSegment segment;
	private final byte[] value = new byte[RegionVector.BYTES];

	RegionVectorValues(RegionSegment segment) {
		this.segment = segment;
	}

	RegionSegment segment() {
		return segment;
	}

	@Override
	public int dimension() {
		return RegionVector.BYTES;
	}

	@Override
	public int size() {
		return segment.photos();
	}

	@Override
	public int ordToDoc(int ordinal) {
		return segment.document(ordinal);
	}

	@Override
	public byte[] vectorValue(int ordinal) {
		Arrays.fill(value, (byte) 0);
		value[0] = segment.header(ordinal);
		int start = segment.start(ordinal);
		for (int region = 0; region < segment.start(ordinal + 1) - start; region++) {
			RegionVector.put(value, region, segment.code(start + region), segment.place(start + region));
		}
		return value;
	}

	@Override
	public RegionVectorValues copy() {
		return new RegionVectorValues(segment);
	}

	@Override
	public DocIndexIterator iterator() {
		return segment.documents() == null ? createDenseIterator() : createSparseIterator();
	}

	@Override
	public VectorScorer scorer(byte[] target) {
		throw new UnsupportedOperationException("sets of regions have no score; see RegionSearcher");
	}
}

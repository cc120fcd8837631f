package org.hashaven.index.regioncode;

import org.apache.lucene.index.ByteVectorValues;

/** The region vectors of one segment as Lucene sees them, and for this package the way to search them. */
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
	public int ordToDoc(int photo) {
		return segment.documents().document(photo);
	}

	@Override
	public byte[] vectorValue(int photo) {
		segment.vector(photo, value);
		return value;
	}

	@Override
	public RegionVectorValues copy() {
		return new RegionVectorValues(segment);
	}

	@Override
	public DocIndexIterator iterator() {
		return segment.documents().every() ? createDenseIterator() : createSparseIterator();
	}
}

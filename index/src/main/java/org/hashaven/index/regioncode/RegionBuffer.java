package org.hashaven.index.regioncode;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnFieldVectorsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.RamUsageEstimator;
import org.jspecify.annotations.Nullable;

/** The region vectors added since the last flush, without their padding, in the order in which they came. */
final class RegionBuffer extends KnnFieldVectorsWriter<byte[]> {

	private static final long SHALLOW_BYTES = RamUsageEstimator.shallowSizeOfInstance(RegionBuffer.class);

	private final FieldInfo field;
	private byte[] bytes = new byte[0];
	private int[] ends = new int[0];
	private int[] documents = new int[0];
	private int size;

	RegionBuffer(FieldInfo field) {
		this.field = field;
	}

	FieldInfo field() {
		return field;
	}

	@Override
	public void addValue(int document, byte[] vector) {
		if (size > 0 && documents[size - 1] == document) {
			throw new IllegalArgumentException("a document has one region vector in field " + field.name + ", not two");
		}
		RegionVector.requireValid(vector);
		int start = start(size);
		int length = RegionVector.sizeBytes(vector[0]);
		bytes = ArrayUtil.grow(bytes, Math.addExact(start, length));
		documents = ArrayUtil.grow(documents, size + 1);
		ends = ArrayUtil.grow(ends, size + 1);
		System.arraycopy(vector, 0, bytes, start, length);
		ends[size] = start + length;
		documents[size] = document;
		size++;
	}

	private int start(int position) {
		return position == 0 ? 0 : ends[position - 1];
	}

	@Override
	public byte[] copyValue(byte[] vector) {
		return vector.clone();
	}

	@Override
	public long ramBytesUsed() {
		return SHALLOW_BYTES + bytes.length + Integer.BYTES * ((long) documents.length + ends.length);
	}

	/** What was added, in the order of the segment to be written: as it came, or as the index is sorted. */
	RegionSequence inOrderOf(Sorter.@Nullable DocMap sort) {
		if (sort == null) {
			return visitor -> {
				byte[] vector = new byte[RegionVector.BYTES];
				for (int position = 0; position < size; position++) {
					visitor.visit(documents[position], copyTo(vector, position));
				}
			};
		}
		// The new document and the old position travel in one long, so that plain numbers are sorted.
		long[] keys = IntStream.range(0, size).mapToLong(i -> (long) sort.oldToNew(documents[i]) << Integer.SIZE | i).sorted().toArray();
		return visitor -> visitSorted(keys, visitor);
	}

	private void visitSorted(long[] keys, RegionSequence.Visitor visitor) throws IOException {
		byte[] vector = new byte[RegionVector.BYTES];
		for (long key : keys) {
			visitor.visit((int) (key >>> Integer.SIZE), copyTo(vector, (int) key));
		}
	}

	private byte[] copyTo(byte[] vector, int position) {
		int start = start(position);
		int length = ends[position] - start;
		System.arraycopy(bytes, start, vector, 0, length);
		Arrays.fill(vector, length, vector.length, (byte) 0);
		return vector;
	}
}

package org.hashaven.index.regioncode;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnFieldVectorsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.RamUsageEstimator;
import org.jspecify.annotations.Nullable;

/** The vectors added since the last flush, in memory, in the order in which they came. */
final class RegionBuffer extends KnnFieldVectorsWriter<byte[]> {

	private static final long SHALLOW_BYTES = RamUsageEstimator.shallowSizeOfInstance(RegionBuffer.class);

	private final FieldInfo field;
	private int[] documents = new int[0];
	private byte[] vectors = new byte[0];
	private int size;

	RegionBuffer(FieldInfo field) {
		this.field = field;
	}

	FieldInfo field() {
		return field;
	}

	@Override
	public void addValue(int document, byte[] vector) {
		RegionVector.requireHeader(vector);
		if (size > 0 && documents[size - 1] == document) {
			throw new IllegalArgumentException("a document has one set of regions in field " + field.name + ", not two");
		}
		documents = ArrayUtil.grow(documents, size + 1);
		vectors = ArrayUtil.grow(vectors, Math.multiplyExact(size + 1, RegionVector.BYTES));
		documents[size] = document;
		System.arraycopy(vector, 0, vectors, size * RegionVector.BYTES, RegionVector.BYTES);
		size++;
	}

	@Override
	public byte[] copyValue(byte[] vector) {
		return vector.clone();
	}

	@Override
	public long ramBytesUsed() {
		return SHALLOW_BYTES + (long) documents.length * Integer.BYTES + vectors.length;
	}

	/** What was added, in the order of the segment to be written: as it came, or as the index is sorted. */
	RegionSequence inOrderOf(Sorter.@Nullable DocMap sort) {
		// The new document and the old position travel in one long, so that plain numbers are sorted.
		long[] order = IntStream.range(0, size)
				.mapToLong(i -> (long) (sort == null ? documents[i] : sort.oldToNew(documents[i])) << Integer.SIZE | i).sorted().toArray();
		return visitor -> {
			for (long key : order) {
				int at = (int) key * RegionVector.BYTES;
				visitor.visit((int) (key >>> Integer.SIZE), Arrays.copyOfRange(vectors, at, at + RegionVector.BYTES));
			}
		};
	}
}

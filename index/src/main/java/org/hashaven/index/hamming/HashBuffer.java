package org.hashaven.index.hamming;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnFieldVectorsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.RamUsageEstimator;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.HashSequence;
import org.jspecify.annotations.Nullable;

/** The hashes added since the last flush, in memory, in the order in which they came. */
final class HashBuffer extends KnnFieldVectorsWriter<byte[]> {

	private static final long SHALLOW_BYTES = RamUsageEstimator.shallowSizeOfInstance(HashBuffer.class);

	private final FieldInfo field;
	private long[] hashes = new long[0];
	private int[] documents = new int[0];
	private final long[] words = new long[Hash256.WORDS];
	private int size;

	HashBuffer(FieldInfo field) {
		this.field = field;
	}

	FieldInfo field() {
		return field;
	}

	@Override
	public void addValue(int document, byte[] hash) {
		if (size > 0 && documents[size - 1] == document) {
			throw new IllegalArgumentException("a document has one hash in field " + field.name + ", not two");
		}
		if (size == documents.length) {
			int newLength = ArrayUtil.oversize(size + 1, Long.BYTES);
			documents = Arrays.copyOf(documents, newLength);
			hashes = Arrays.copyOf(hashes, newLength * Hash256.WORDS);
		}
		documents[size] = document;
		HashWords.ofBytes(hash, words);
		System.arraycopy(words, 0, hashes, size * Hash256.WORDS, Hash256.WORDS);
		size++;
	}

	@Override
	public byte[] copyValue(byte[] hash) {
		return hash.clone();
	}

	@Override
	public long ramBytesUsed() {
		return SHALLOW_BYTES + (long) documents.length * (Integer.BYTES + Hash256.BYTES);
	}

	/** What was added, in the order of the segment to be written: as it came, or as the index is sorted. */
	HashSequence inOrderOf(Sorter.@Nullable DocMap sort) {
		if (sort == null) {
			return () -> new BufferCursor(documents, null);
		}
		int[] sorted = IntStream.range(0, size).map(i -> sort.oldToNew(documents[i])).toArray();
		// The new document and the old position travel in one long, so that plain numbers are sorted.
		long[] keys = IntStream.range(0, size).mapToLong(i -> (long) sorted[i] << Integer.SIZE | i).sorted().toArray();
		int[] newDocuments = Arrays.stream(keys).mapToInt(key -> (int) (key >>> Integer.SIZE)).toArray();
		int[] positions = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
		return () -> new BufferCursor(newDocuments, positions);
	}

	private final class BufferCursor implements HashSequence.Cursor {

		private final int[] newDocuments;
		private final int @Nullable [] positions;
		private int at = -1;

		BufferCursor(int[] newDocuments, int @Nullable [] positions) {
			this.newDocuments = newDocuments;
			this.positions = positions;
		}

		@Override
		public boolean next() {
			return ++at < size;
		}

		@Override
		public int document() {
			return newDocuments[at];
		}

		@Override
		public void words(long[] words) {
			int position = positions == null ? at : positions[at];
			System.arraycopy(hashes, position * Hash256.WORDS, words, 0, Hash256.WORDS);
		}
	}
}

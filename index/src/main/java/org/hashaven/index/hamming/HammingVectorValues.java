package org.hashaven.index.hamming;

import java.io.IOException;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.hashaven.hash.Hash256;

/** The hashes of one segment as Lucene sees them, and for this package the way to search them. */
final class HammingVectorValues extends ByteVectorValues {

	private final HammingSegment segment;
	private final long[] words = new long[Hash256.WORDS];
	private final byte[] value = new byte[Hash256.BYTES];

	HammingVectorValues(HammingSegment segment) {
		this.segment = segment;
	}

	HammingSegment segment() {
		return segment;
	}

	/** Puts the four words of a hash here. */
	void words(int ordinal, long[] into) {
		segment.words(ordinal, into);
	}

	@Override
	public int dimension() {
		return Hash256.BYTES;
	}

	@Override
	public int size() {
		return segment.count();
	}

	@Override
	public int ordToDoc(int ordinal) {
		return segment.documents().document(ordinal);
	}

	@Override
	public byte[] vectorValue(int ordinal) {
		segment.words(ordinal, words);
		HashWords.toBytes(words, value);
		return value;
	}

	@Override
	public HammingVectorValues copy() {
		return new HammingVectorValues(segment);
	}

	@Override
	public DocIndexIterator iterator() {
		return segment.documents().every() ? createDenseIterator() : createSparseIterator();
	}

	/** Scores as {@link HammingQuery} does, whatever similarity the field was declared with. */
	@Override
	public VectorScorer scorer(byte[] target) {
		Hash256 query = Hash256.ofBytes(target);
		DocIndexIterator iterator = iterator();
		return new VectorScorer() {
			@Override
			public float score() throws IOException {
				return HammingQuery.score(query.distance(Hash256.ofBytes(vectorValue(iterator.index()))));
			}

			@Override
			public DocIdSetIterator iterator() {
				return iterator;
			}
		};
	}
}

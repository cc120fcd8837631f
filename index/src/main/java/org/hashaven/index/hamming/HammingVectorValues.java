package org.hashaven.index.hamming;

import java.io.IOException;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.hashaven.hash.Hash256;

/** The hashes of one segment as Lucene sees them, and for this package the columns and the searcher behind them. */
final class HammingVectorValues extends ByteVectorValues {

	private final HashColumns columns;
	private final OrdinalDocuments documents;
	private final byte[] value = new byte[Hash256.BYTES];

	HammingVectorValues(HashColumns columns, OrdinalDocuments documents) {
		this.columns = columns;
		this.documents = documents;
	}

	HashColumns columns() {
		return columns;
	}

	RangeSearcher searcher() {
		return new ColumnScan(columns);
	}

	@Override
	public int dimension() {
		return Hash256.BYTES;
	}

	@Override
	public int size() {
		return columns.size();
	}

	@Override
	public int ordToDoc(int ordinal) {
		return documents.document(ordinal);
	}

	@Override
	public byte[] vectorValue(int ordinal) {
		for (int i = 0; i < Hash256.WORDS; i++) {
			HashWords.set(value, i, columns.word(i, ordinal));
		}
		return value;
	}

	@Override
	public HammingVectorValues copy() {
		return new HammingVectorValues(columns, documents);
	}

	@Override
	public DocIndexIterator iterator() {
		return documents.every() ? createDenseIterator() : createSparseIterator();
	}

	/** Scores as {@link HammingQuery} does, whatever similarity the field was declared with. */
	@Override
	public VectorScorer scorer(byte[] target) {
		Hash256 query = Hash256.ofBytes(target);
		DocIndexIterator iterator = iterator();
		return new VectorScorer() {
			@Override
			public float score() throws IOException {
				return HammingQuery.score(columns.distanceBits(iterator.index(), query));
			}

			@Override
			public DocIdSetIterator iterator() {
				return iterator;
			}
		};
	}
}

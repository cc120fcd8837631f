package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import org.apache.lucene.codecs.hnsw.FlatVectorsScorer;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;
import org.hashaven.hash.Hash256;

/** Scores vectors of 32 bytes by the number of equal bits, whatever similarity the field names: Lucene's graph with Hamming distance. */
final class HammingScorer implements FlatVectorsScorer {

	/** The distance that a score stands for. */
	static int distanceBits(float score) {
		return Hash256.BITS - Math.round(score * Hash256.BITS);
	}

	private static float score(byte[] a, byte[] b) {
		return (Hash256.BITS - VectorUtil.xorBitCount(a, b)) / (float) Hash256.BITS;
	}

	@Override
	public RandomVectorScorerSupplier getRandomVectorScorerSupplier(VectorSimilarityFunction similarity, KnnVectorValues vectors)
			throws IOException {
		ByteVectorValues hashes = (ByteVectorValues) vectors;
		return new RandomVectorScorerSupplier() {
			@Override
			public UpdateableRandomVectorScorer scorer() throws IOException {
				return new BetweenRows(hashes.copy(), hashes.copy());
			}

			@Override
			public RandomVectorScorerSupplier copy() throws IOException {
				return getRandomVectorScorerSupplier(similarity, hashes.copy());
			}
		};
	}

	@Override
	public RandomVectorScorer getRandomVectorScorer(VectorSimilarityFunction similarity, KnnVectorValues vectors, float[] target) {
		throw new IllegalArgumentException("hashes are bytes");
	}

	@Override
	public RandomVectorScorer getRandomVectorScorer(VectorSimilarityFunction similarity, KnnVectorValues vectors, byte[] target) {
		ByteVectorValues hashes = (ByteVectorValues) vectors;
		return new RandomVectorScorer.AbstractRandomVectorScorer(hashes) {
			@Override
			public float score(int node) throws IOException {
				return HammingScorer.score(target, hashes.vectorValue(node));
			}
		};
	}

	/** Scores rows against one row, as the graph is built. */
	private static final class BetweenRows extends UpdateableRandomVectorScorer.AbstractUpdateableRandomVectorScorer {

		private final ByteVectorValues hashes;
		private final ByteVectorValues targets;
		private byte[] target = new byte[Hash256.BYTES];

		BetweenRows(ByteVectorValues hashes, ByteVectorValues targets) {
			super(hashes);
			this.hashes = hashes;
			this.targets = targets;
		}

		@Override
		public void setScoringOrdinal(int node) throws IOException {
			target = targets.vectorValue(node);
		}

		@Override
		public float score(int node) throws IOException {
			return HammingScorer.score(target, hashes.vectorValue(node));
		}
	}
}

package org.hashaven.index.hamming;

import java.io.IOException;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** A {@link HammingQuery} at work on one searcher, segment by segment. */
final class HammingWeight extends Weight {

	private final HammingQuery query;
	private final float boost;

	HammingWeight(HammingQuery query, float boost) {
		super(query);
		this.query = query;
		this.boost = boost;
	}

	@Override
	public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
		ByteVectorValues values = segment.reader().getByteVectorValues(query.field());
		if (values == null) {
			return null;
		}
		HashWords.requireHashes(query.field(), values.dimension());
		return new ScorerSupplier() {
			@Override
			public Scorer get(long leadCost) throws IOException {
				return new HitsScorer(query.search(values, new SearchCounters()), boost);
			}

			@Override
			public long cost() {
				return values.size();
			}
		};
	}

	@Override
	public Explanation explain(LeafReaderContext segment, int document) throws IOException {
		Scorer scorer = scorer(segment);
		if (scorer == null || scorer.iterator().advance(document) != document) {
			return Explanation.noMatch("no hash within " + query.radius() + " bits");
		}
		return Explanation.match(scorer.score(),
				"hash at " + HammingQuery.distanceBits(scorer.score() / boost) + " bits, radius " + query.radius());
	}

	@Override
	public boolean isCacheable(LeafReaderContext segment) {
		return true;
	}
}

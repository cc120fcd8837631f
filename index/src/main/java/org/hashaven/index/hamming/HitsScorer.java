package org.hashaven.index.hamming;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;

/** The hits of one segment, document by document, with the distance as score. */
final class HitsScorer extends Scorer {

	private final HammingHits hits;
	private final float boost;
	private final Documents documents = new Documents();

	HitsScorer(HammingHits hits, float boost) {
		this.hits = hits;
		this.boost = boost;
	}

	@Override
	public int docID() {
		return documents.document;
	}

	@Override
	public DocIdSetIterator iterator() {
		return documents;
	}

	@Override
	public float score() {
		return boost * HammingQuery.score(hits.distanceBits(documents.at));
	}

	@Override
	public float getMaxScore(int upTo) {
		return boost;
	}

	private final class Documents extends DocIdSetIterator {

		private int at = -1;
		private int document = -1;

		@Override
		public int docID() {
			return document;
		}

		@Override
		public int nextDoc() {
			at++;
			document = at < hits.size() ? hits.document(at) : NO_MORE_DOCS;
			return document;
		}

		@Override
		public int advance(int target) {
			int low = at + 1;
			int high = hits.size();
			while (low < high) {
				int middle = (low + high) >>> 1;
				if (hits.document(middle) < target) {
					low = middle + 1;
				} else {
					high = middle;
				}
			}
			at = low - 1;
			return nextDoc();
		}

		@Override
		public long cost() {
			return hits.size();
		}
	}
}

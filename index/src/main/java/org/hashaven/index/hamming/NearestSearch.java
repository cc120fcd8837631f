package org.hashaven.index.hamming;

import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.util.Bits;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.RangeHits;
import org.jspecify.annotations.Nullable;

/**
 * The nearest hashes of one segment, exact: a search within a small radius, and within larger ones until enough are found. When a radius
 * has been searched, nothing outside it can be nearer than what was found inside.
 */
final class NearestSearch {

	private static final int FIRST_RADIUS = 15;

	private NearestSearch() {
	}

	/**
	 * Offers the collector the nearest hashes among the accepted.
	 *
	 * @param accepted
	 *            documents; null for all
	 */
	static void search(HammingSegment segment, Hash256 query, KnnCollector collector, @Nullable Bits accepted) {
		SearchCounters counters = new SearchCounters();
		for (int radius = FIRST_RADIUS;; radius = Math.min(2 * radius + 1, Hash256.BITS)) {
			RangeHits hits = new RangeHits();
			segment.search(query, radius, (ordinal, distanceBits) -> {
				if (accepted == null || accepted.get(segment.documents().document(ordinal))) {
					hits.add(ordinal, distanceBits);
				}
			}, counters);
			if (hits.size() >= collector.k() || radius == Hash256.BITS || collector.earlyTerminated()) {
				offer(segment, hits, collector);
				return;
			}
		}
	}

	private static void offer(HammingSegment segment, RangeHits hits, KnnCollector collector) {
		hits.sort();
		for (int i = 0; i < hits.size() && !collector.earlyTerminated(); i++) {
			collector.incVisitedCount(1);
			collector.collect(segment.documents().document(hits.ordinal(i)), HammingQuery.score(hits.distanceBits(i)));
		}
	}
}

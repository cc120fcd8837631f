package org.hashaven.index.hamming;

import java.io.IOException;
import org.apache.lucene.index.ByteVectorValues;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.RowSink;

/** Finds every hash of one segment within a radius, in whatever format the segment is stored. */
@FunctionalInterface
interface RangeSearcher {

	/**
	 * Notes every ordinal at most {@code radius} bits from the query, live or not, each once, in any order.
	 *
	 * @param radius
	 *            0..256
	 */
	void search(Hash256 query, int radius, RowSink ordinals, SearchCounters counters) throws IOException;

	/** The best way to search these values: what the segment brings where they are ours, else every value in turn. */
	static RangeSearcher of(ByteVectorValues values) {
		if (values instanceof HammingVectorValues ours) {
			return ours.segment()::search;
		}
		return (query, radius, ordinals, counters) -> {
			counters.addScanned(values.size());
			for (int ordinal = 0; ordinal < values.size(); ordinal++) {
				int distanceBits = query.distance(Hash256.ofBytes(values.vectorValue(ordinal)));
				if (distanceBits <= radius) {
					ordinals.add(ordinal, distanceBits);
				}
			}
		};
	}
}

package org.hashaven.index.hamming;

import java.io.IOException;
import org.apache.lucene.index.ByteVectorValues;

/** The documents of one segment within the radius of a {@link HammingQuery}, ascending, live or not, with their distances. */
public final class HammingHits {

	private final RangeHits hits;
	private final ByteVectorValues values;

	private HammingHits(RangeHits hits, ByteVectorValues values) {
		this.hits = hits;
		this.values = values;
	}

	static HammingHits of(ByteVectorValues values, HammingQuery query, SearchCounters counters) throws IOException {
		RangeHits hits = new RangeHits();
		counters.addSegment();
		RangeSearcher.of(values).search(query.hash(), query.radius(), hits, counters);
		hits.sort();
		return new HammingHits(hits, values);
	}

	/** Number of hits. */
	public int size() {
		return hits.size();
	}

	/** The document of a hit. */
	public int document(int hit) {
		return values.ordToDoc(hits.ordinal(hit));
	}

	/** The distance of a hit in bits. */
	public int distanceBits(int hit) {
		return hits.distanceBits(hit);
	}
}

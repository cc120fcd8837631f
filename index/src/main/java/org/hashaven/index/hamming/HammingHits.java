package org.hashaven.index.hamming;

import java.util.function.IntUnaryOperator;
import org.hashaven.index.hamming.rows.RangeHits;

/** The documents of one segment within the radius of a {@link HammingQuery}, ascending, live or not, with their distances. */
public final class HammingHits {

	/** No hits. */
	public static final HammingHits NONE = new HammingHits(new RangeHits(), ordinal -> ordinal);

	private final RangeHits hits;
	private final IntUnaryOperator documentOfOrdinal;

	HammingHits(RangeHits hits, IntUnaryOperator documentOfOrdinal) {
		this.hits = hits;
		this.documentOfOrdinal = documentOfOrdinal;
	}

	/** Number of hits. */
	public int size() {
		return hits.size();
	}

	/** The document of a hit. */
	public int document(int hit) {
		return documentOfOrdinal.applyAsInt(hits.ordinal(hit));
	}

	/** The distance of a hit in bits. */
	public int distanceBits(int hit) {
		return hits.distanceBits(hit);
	}
}

package org.hashaven.index.hamming;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.RangeHits;

/**
 * All documents whose hash lies within a radius, none missed.
 *
 * <p>
 * Works with any {@link IndexSearcher} and composes like any query: a bank, for one, is a filter clause beside it. The score tells the
 * distance: {@code 1 - distance / 256}, so that the nearest come first; {@link #distanceBits} gives it back exactly. Fast on fields in
 * {@link HammingVectorsFormat}; exact, by looking at every vector, on byte vectors of 32 dimensions in any other.
 */
public final class HammingQuery extends Query {

	private final String field;
	private final Hash256 hash;
	private final int radius;

	/**
	 * @param field
	 *            a field of byte vectors of 32 dimensions
	 * @param hash
	 *            the hash asked for
	 * @param radius
	 *            largest distance in bits, inclusive, 0..256
	 * @throws IllegalArgumentException
	 *             when the radius is out of its limits
	 */
	public HammingQuery(String field, Hash256 hash, int radius) {
		if (radius < 0 || radius > Hash256.BITS) {
			throw new IllegalArgumentException("radius is 0.." + Hash256.BITS + ", not " + radius);
		}
		this.field = Objects.requireNonNull(field, "field");
		this.hash = Objects.requireNonNull(hash, "hash");
		this.radius = radius;
	}

	/** The score of a distance, exact in a float since 256 is a power of two. */
	static float score(int distanceBits) {
		return 1 - (float) distanceBits / Hash256.BITS;
	}

	/** The distance in bits that a score of this query, not boosted, stands for. */
	public static int distanceBits(float score) {
		return Math.round((1 - score) * Hash256.BITS);
	}

	/**
	 * What this query finds in one segment: for callers that look up hash after hash and need neither scores nor collectors.
	 *
	 * @param counters
	 *            counts what had to be done
	 * @return none when the segment has no hash in the field
	 */
	public HammingHits search(LeafReader segment, SearchCounters counters) throws IOException {
		ByteVectorValues values = segment.getByteVectorValues(field);
		return values == null ? HammingHits.NONE : search(values, counters);
	}

	HammingHits search(ByteVectorValues values, SearchCounters counters) throws IOException {
		HashWords.requireHashes(field, values.dimension());
		RangeHits hits = new RangeHits();
		counters.addSegment();
		RangeSearcher.of(values).search(hash, radius, hits, counters);
		hits.sort();
		return new HammingHits(hits, values::ordToDoc);
	}

	String field() {
		return field;
	}

	Hash256 hash() {
		return hash;
	}

	int radius() {
		return radius;
	}

	@Override
	public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
		return new HammingWeight(this, boost);
	}

	@Override
	public void visit(QueryVisitor visitor) {
		if (visitor.acceptField(field)) {
			visitor.visitLeaf(this);
		}
	}

	@Override
	public boolean equals(Object object) {
		return sameClassAs(object) && object instanceof HammingQuery other && radius == other.radius && field.equals(other.field)
				&& hash.equals(other.hash);
	}

	@Override
	public int hashCode() {
		return Objects.hash(classHash(), field, hash, radius);
	}

	/** Field and radius; the hash must not reach a log. */
	@Override
	public String toString(String defaultField) {
		return "HammingQuery[field=" + field + ", radius=" + radius + "]";
	}
}

package org.hashaven.index.regioncode;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReader;
import org.hashaven.hash.RegionQuery;

/**
 * Finds the listed regions near those of an upload.
 *
 * <p>
 * A listed region is near if its code differs in at most {@value #MAX_BITS} bits, whose {@linkplain RegionQuery#distance weights} are together
 * at most {@value #MAX_DISTANCE}; of codes that have nothing to do with each other one in a hundred thousand is. In a segment with tables, a
 * near region is found if in one of two slots its code differs from the query only where a probe looks, see {@link ProbeSequence}: about nine
 * of ten are. A match needs several regions, so unlike the lookup of a hash this one need not be exact.
 */
public final class RegionSearcher {

	/** Most differing bits. */
	public static final int MAX_BITS = 20;

	/** Largest distance. */
	public static final int MAX_DISTANCE = 414;

	private static final ThreadLocal<RegionSegment.Scratch> SCRATCH = ThreadLocal.withInitial(RegionSegment.Scratch::new);

	private RegionSearcher() {
	}

	/** Whether a segment holds regions. */
	public static boolean hasRegions(LeafReader segment, String field) throws IOException {
		return segment.getByteVectorValues(field) != null;
	}

	/**
	 * Searches one segment, live documents and deleted ones alike, until the budget is spent.
	 *
	 * @param field
	 *            a field of {@link RegionVectorsFormat}; a segment without it has no hits
	 * @param sink
	 *            takes the hits, query after query
	 */
	public static void search(LeafReader segment, String field, List<RegionQuery> queries, RegionHitSink sink, WorkBudget budget)
			throws IOException {
		ByteVectorValues values = segment.getByteVectorValues(field);
		if (values == null) {
			return;
		}
		if (!(values instanceof RegionVectorValues regions)) {
			throw new CorruptIndexException("a field of another format", field);
		}
		regions.segment().search(queries, sink, budget, SCRATCH.get());
	}
}

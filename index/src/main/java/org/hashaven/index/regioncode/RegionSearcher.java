package org.hashaven.index.regioncode;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReader;
import org.hashaven.hash.query.RegionQuery;

/**
 * Finds the listed regions that match the regions of an upload, by code.
 *
 * <p>
 * In a segment with tables, a region is found if {@link RegionAcceptance} accepts it and, in the low or the high bits of its code, it
 * differs from the query by one of the {@value ProbeSequence#MAX_PROBES} likeliest sets of unreliable bits (see {@link ProbeSequence}), and
 * if the bits of the sketch in which it differs weigh {@value RegionAcceptance#MAX_SKETCH_DISTANCE} at most; so are most copies. In a small
 * segment every accepted region is found.
 */
public final class RegionSearcher {

	private RegionSearcher() {
	}

	/**
	 * Searches one segment.
	 *
	 * @param segment
	 *            searched whether its documents are live or not
	 * @param field
	 *            a field in {@link RegionVectorsFormat}; nothing is found if the segment does not have it
	 * @param queries
	 *            the regions of the upload
	 * @param sink
	 *            receives each matching region once for each query, query by query, in the order of documents
	 * @param budget
	 *            ends the search when it is spent; the hits up to there are reported
	 * @param workspace
	 *            used by no other thread meanwhile
	 * @throws IllegalArgumentException
	 *             if the field is in another format
	 */
	public static void search(LeafReader segment, String field, List<RegionQuery> queries, RegionHitSink sink, WorkBudget budget,
			RegionWorkspace workspace) throws IOException {
		ByteVectorValues values = segment.getByteVectorValues(field);
		if (values == null) {
			return;
		}
		if (!(values instanceof RegionVectorValues regions)) {
			throw new IllegalArgumentException("field " + field + " is not in " + RegionVectorsFormat.NAME);
		}
		search(regions.segment(), queries, sink, budget, workspace);
	}

	static void search(RegionSegment segment, List<RegionQuery> queries, RegionHitSink sink, WorkBudget budget,
			RegionWorkspace workspace) {
		CodeTables tables = segment.tables();
		for (int number = 0; number < queries.size() && !budget.isExhausted(); number++) {
			RegionQuery query = queries.get(number);
			workspace.start(query);
			if (tables == null) {
				CodeScan.search(segment, query, budget, workspace);
			} else {
				CodeTableSearch.search(segment, tables, query, budget, workspace);
			}
			report(segment, number, sink, budget, workspace);
		}
	}

	private static void report(RegionSegment segment, int query, RegionHitSink sink, WorkBudget budget, RegionWorkspace workspace) {
		int hits = budget.take(workspace.distinctHits() * WorkBudget.UNITS_PER_HIT) / WorkBudget.UNITS_PER_HIT;
		for (int hit = 0; hit < hits; hit++) {
			int row = workspace.hitRow(hit);
			int photo = segment.photo(row);
			sink.hit(query, photo, segment.documents().document(photo), row - segment.firstRow(photo), segment.packedPlace(row),
					workspace.hitDistance(hit));
		}
	}
}

package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.index.mmap.MappedFile;

/** Search by comparing every code of a segment. */
final class CodeScan {

	private CodeScan() {
	}

	/** Leaves the hits of a query in the workspace. */
	static void search(RegionSegment segment, RegionQuery query, WorkBudget budget, RegionWorkspace workspace) {
		int units = (int) (((long) segment.rows() + WorkBudget.CODES_PER_UNIT - 1) / WorkBudget.CODES_PER_UNIT);
		int limit = (int) Math.min(segment.rows(), (long) budget.take(units) * WorkBudget.CODES_PER_UNIT);
		MemorySegment codes = segment.codes();
		int[] near = workspace.near;
		long[] nearCodes = workspace.nearCodes;
		long code = query.code();
		int nearCount = 0;
		for (int row = 0; row < limit; row++) {
			long listed = codes.get(MappedFile.LONG, (long) row * Long.BYTES);
			if (Long.bitCount(listed ^ code) <= RegionAcceptance.MAX_BITS) { // rare, unlike among the candidates of a table
				near[nearCount] = row;
				nearCodes[nearCount++] = listed;
				if (nearCount == near.length) {
					workspace.accept(query, nearCount);
					nearCount = 0;
				}
			}
		}
		workspace.accept(query, nearCount);
	}
}

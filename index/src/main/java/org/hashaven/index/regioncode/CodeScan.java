package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;
import org.hashaven.index.mmap.MappedFile;

/** Search by comparing every code of a segment. */
final class CodeScan {

	private CodeScan() {
	}

	/** Leaves the hits of the workspace's query in it. */
	static void search(RegionSegment segment, WorkBudget budget, RegionWorkspace workspace) {
		int units = (int) (((long) segment.rows() + WorkBudget.CODES_PER_UNIT - 1) / WorkBudget.CODES_PER_UNIT);
		int limit = (int) Math.min(segment.rows(), (long) budget.take(units) * WorkBudget.CODES_PER_UNIT);
		MemorySegment codes = segment.codes();
		int[] near = workspace.near;
		long[] nearDifferences = workspace.nearDifferences;
		long code = workspace.code();
		int nearCount = 0;
		for (int row = 0; row < limit; row++) {
			long difference = codes.get(MappedFile.LONG, (long) row * Long.BYTES) ^ code;
			if (Long.bitCount(difference) <= RegionAcceptance.MAX_BITS) { // rare, unlike among the candidates of a table
				near[nearCount] = row;
				nearDifferences[nearCount++] = difference;
				if (nearCount == near.length) {
					workspace.accept(nearCount);
					nearCount = 0;
				}
			}
		}
		workspace.accept(nearCount);
	}
}

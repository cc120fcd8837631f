package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.index.mmap.MappedFile;

/**
 * Search through the tables of a segment: opens the buckets of a query in both slots and compares the codes of their rows.
 *
 * <p>
 * Memory answers after a hundred nanoseconds, but many questions at a time if none depends on another and little else is done meanwhile. So
 * each step is a flat loop over all buckets or candidates of a query: the directories, the ends of the buckets, the postings, which the
 * processor's cache has by then, and the codes. Codes are fetched in one loop and compared in another; to do both in one takes twice as
 * long. Four of five postings are dropped by their sketches before their codes are fetched.
 */
final class CodeTableSearch {

	private CodeTableSearch() {
	}

	/** Leaves the hits of a query in the workspace, some of them twice. */
	static void search(RegionSegment segment, CodeTables tables, RegionQuery query, WorkBudget budget, RegionWorkspace workspace) {
		CodeTable low = tables.low();
		CodeTable high = tables.high();
		int probes = tables.probes().size();
		int opened = budget.take(CodeSlot.COUNT * probes);
		int openedLow = Math.min(opened, probes);
		prepare(low.slot(), tables.probes(), query, 0, workspace.sketchIsNear[0], workspace);
		prepare(high.slot(), tables.probes(), query, probes, workspace.sketchIsNear[1], workspace);
		long positions = open(low.directory(), 0, openedLow, workspace);
		positions += open(high.directory(), probes, opened, workspace);
		int limit = budget.take((int) Math.min(positions, Integer.MAX_VALUE));
		touch(low.postings(), 0, openedLow, workspace);
		touch(high.postings(), probes, opened, workspace);
		int left = gather(low, 0, openedLow, limit, workspace.sketchIsNear[0], segment, query, workspace);
		gather(high, probes, opened, left, workspace.sketchIsNear[1], segment, query, workspace);
		compare(segment, query, workspace);
	}

	private static void prepare(CodeSlot slot, ProbeSequence probes, RegionQuery query, int from, byte[] sketchIsNear,
			RegionWorkspace workspace) {
		workspace.rankSlot(slot);
		probes.buckets(slot.bucket(query.code()), workspace.slotBits, workspace.buckets, from);
		workspace.weighSketches(slot, query, sketchIsNear);
	}

	/** Looks the buckets {@code from} to {@code to - 1} of the workspace up in a directory. Returns how many rows they have. */
	private static long open(MemorySegment directory, int from, int to, RegionWorkspace workspace) {
		int[] buckets = workspace.buckets;
		long[] ranges = workspace.ranges;
		for (int i = from; i < to; i++) {
			ranges[i] = directory.get(MappedFile.LONG, (long) buckets[i] * Integer.BYTES); // start and end in one
		}
		long positions = 0;
		for (int i = from; i < to; i++) {
			positions += end(ranges[i]) - start(ranges[i]);
		}
		return positions;
	}

	private static int start(long range) {
		return (int) range;
	}

	private static int end(long range) {
		return (int) (range >>> Integer.SIZE);
	}

	/** Reads the first posting of each bucket and the one after its last, for all of them at a time to come into the processor's cache. */
	private static void touch(MemorySegment postings, int from, int to, RegionWorkspace workspace) {
		long last = postings.byteSize() - Integer.BYTES;
		long[] ranges = workspace.ranges;
		int sum = 0;
		for (int i = from; i < to; i++) {
			sum += postings.get(MappedFile.INT, Math.min((long) start(ranges[i]) * Integer.BYTES, last))
					+ postings.get(MappedFile.INT, Math.min((long) end(ranges[i]) * Integer.BYTES, last));
		}
		workspace.touched += sum;
	}

	/**
	 * Makes the rows of these buckets candidates whose sketches are near, looking at {@code limit} postings at most; compares candidates
	 * whenever there is no room for more. Returns how many more postings the limit allows.
	 */
	private static int gather(CodeTable table, int from, int to, int limit, byte[] sketchIsNear, RegionSegment segment, RegionQuery query,
			RegionWorkspace workspace) {
		MemorySegment postings = table.postings();
		int rowBits = table.slot().rowBits();
		int rowMask = -1 >>> table.slot().sketchBits();
		int sketch = table.slot().posting(query.code(), 0);
		int[] candidates = workspace.candidates;
		long[] ranges = workspace.ranges;
		int count = workspace.candidateCount;
		int left = limit;
		for (int i = from; i < to; i++) {
			int position = start(ranges[i]);
			int end = position + Math.min(end(ranges[i]) - position, left);
			left -= end - position;
			while (position < end) {
				int stop = Math.min(end, position + candidates.length - count);
				for (; position < stop; position++) {
					int posting = postings.get(MappedFile.INT, (long) position * Integer.BYTES);
					// Stored always and kept if near, without a branch, which would often be predicted wrong.
					candidates[count] = posting & rowMask;
					count += sketchIsNear[(posting ^ sketch) >>> rowBits];
				}
				if (count == candidates.length) {
					workspace.candidateCount = count;
					compare(segment, query, workspace);
					count = 0;
				}
			}
		}
		workspace.candidateCount = count;
		return left;
	}

	/** Accepts those candidates that differ from the query in few bits of little weight; then there are no candidates. */
	private static void compare(RegionSegment segment, RegionQuery query, RegionWorkspace workspace) {
		int count = workspace.candidateCount;
		fetch(segment.codes(), workspace.candidates, count, workspace.candidateCodes);
		workspace.accept(query, filter(query.code(), count, workspace));
		workspace.candidateCount = 0;
	}

	private static void fetch(MemorySegment codes, int[] rows, int count, long[] fetched) {
		for (int i = 0; i < count; i++) {
			fetched[i] = codes.get(MappedFile.LONG, (long) rows[i] * Long.BYTES);
		}
	}

	/** Puts the candidates that differ in few bits into {@link RegionWorkspace#near}. */
	private static int filter(long code, int count, RegionWorkspace workspace) {
		int[] candidates = workspace.candidates;
		long[] candidateCodes = workspace.candidateCodes;
		int[] near = workspace.near;
		long[] nearCodes = workspace.nearCodes;
		int nearCount = 0;
		for (int i = 0; i < count; i++) {
			long candidate = candidateCodes[i];
			near[nearCount] = candidates[i];
			nearCodes[nearCount] = candidate;
			nearCount += ((RegionAcceptance.MAX_BITS - Long.bitCount(candidate ^ code)) >>> (Integer.SIZE - 1)) ^ 1;
		}
		return nearCount;
	}
}

package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;
import org.hashaven.index.mmap.MappedFile;

/**
 * Search through the tables of a segment: opens the buckets of a query in both slots and compares the codes of their rows.
 *
 * <p>
 * Memory answers after a hundred nanoseconds, but many questions at a time if none depends on another and little else is done meanwhile. So
 * each step is a flat loop over all buckets or candidates of a query: the directories, the first rows of the buckets, the other rows, which
 * the processor's cache has by then, and the codes. Codes are fetched in one loop and compared in another; to do both in one takes twice as
 * long.
 */
final class CodeTableSearch {

	private CodeTableSearch() {
	}

	/** Leaves the hits of the workspace's query in it, some of them twice. */
	static void search(RegionSegment segment, CodeTables tables, WorkBudget budget, RegionWorkspace workspace) {
		int probes = tables.probes().size();
		int opened = budget.take(2 * probes);
		int inLow = Math.min(opened, probes);
		chooseBuckets(tables.low(), tables, 0, workspace);
		chooseBuckets(tables.high(), tables, probes, workspace);
		long positions = open(tables.low().directory(), 0, inLow, workspace);
		positions += open(tables.high().directory(), probes, opened, workspace);
		int limit = budget.take((int) Math.min(positions, Integer.MAX_VALUE));
		touch(tables.low().rows(), 0, inLow, workspace);
		touch(tables.high().rows(), probes, opened, workspace);
		workspace.candidateCount = 0;
		int left = gather(tables.low().rows(), 0, inLow, limit, segment.codes(), workspace);
		gather(tables.high().rows(), probes, opened, left, segment.codes(), workspace);
		compare(segment.codes(), workspace.candidateCount, workspace);
	}

	private static void chooseBuckets(CodeTable table, CodeTables tables, int from, RegionWorkspace workspace) {
		int bits = tables.bucketBits();
		workspace.rankSlot(table.firstBit(), bits);
		int bucket = CodeSlot.bucket(workspace.code(), table.firstBit(), bits);
		tables.probes().buckets(bucket, workspace.slotBits, workspace.buckets, from);
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

	/** Reads the first row of each bucket, for all of them at a time to come into the processor's cache. */
	private static void touch(MemorySegment rows, int from, int to, RegionWorkspace workspace) {
		long last = rows.byteSize() - Integer.BYTES; // an empty bucket may begin behind it
		long[] ranges = workspace.ranges;
		int[] firstRows = workspace.firstRows;
		for (int i = from; i < to; i++) {
			firstRows[i] = rows.get(MappedFile.INT, Math.min((long) start(ranges[i]) * Integer.BYTES, last));
		}
	}

	/**
	 * Makes at most {@code limit} rows of these buckets candidates, and compares candidates whenever there is no room for more. Returns how
	 * many more rows the limit allows.
	 */
	private static int gather(MemorySegment rows, int from, int to, int limit, MemorySegment codes, RegionWorkspace workspace) {
		int[] candidates = workspace.candidates;
		int count = workspace.candidateCount;
		int left = limit;
		for (int i = from; i < to; i++) {
			int position = start(workspace.ranges[i]);
			int end = position + Math.min(end(workspace.ranges[i]) - position, left);
			left -= end - position;
			while (position < end) {
				int stop = Math.min(end, position + candidates.length - count);
				for (; position < stop; position++) {
					candidates[count++] = rows.get(MappedFile.INT, (long) position * Integer.BYTES);
				}
				if (count == candidates.length) {
					compare(codes, count, workspace);
					count = 0;
				}
			}
		}
		workspace.candidateCount = count;
		return left;
	}

	/** Accepts those of the first {@code count} candidates that differ from the query in few bits of little weight. */
	private static void compare(MemorySegment codes, int count, RegionWorkspace workspace) {
		fetch(codes, workspace.candidates, count, workspace.candidateCodes);
		workspace.accept(filter(workspace, count));
	}

	private static void fetch(MemorySegment codes, int[] rows, int count, long[] fetched) {
		for (int i = 0; i < count; i++) {
			fetched[i] = codes.get(MappedFile.LONG, (long) rows[i] * Long.BYTES);
		}
	}

	/** Puts the candidates that differ in few bits into {@link RegionWorkspace#near}. */
	private static int filter(RegionWorkspace workspace, int count) {
		int[] candidates = workspace.candidates;
		long[] candidateCodes = workspace.candidateCodes;
		int[] near = workspace.near;
		long[] nearDifferences = workspace.nearDifferences;
		long code = workspace.code();
		int nearCount = 0;
		for (int i = 0; i < count; i++) {
			long difference = candidateCodes[i] ^ code;
			// Stored always and kept if near: a fifth of the candidates are, which no branch predictor foresees.
			near[nearCount] = candidates[i];
			nearDifferences[nearCount] = difference;
			nearCount += ((RegionAcceptance.MAX_BITS - Long.bitCount(difference)) >>> (Integer.SIZE - 1)) ^ 1;
		}
		return nearCount;
	}
}

package org.hashaven.index.hamming.table;

import java.lang.foreign.MemorySegment;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.SearchCounters;
import org.hashaven.index.hamming.rows.RowSink;
import org.hashaven.index.hamming.rows.Rows;
import org.hashaven.index.mmap.MappedFile;

/**
 * Search through tables: multi-index hashing with a sketch beside each posting.
 *
 * <pre>
 *   query → Plan: how far in each slot → buckets → their sketches, side by side → SketchFilter → candidates → rows → within the radius?
 * </pre>
 *
 * Multi-index hashing: M. Norouzi, A. Punjani, D. J. Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing", IEEE TPAMI 36
 * (2014); the sketches are explained in {@link Plan}.
 *
 * <p>
 * The time goes into waiting for memory. Each step therefore runs over many buckets or candidates before the next begins, in loops whose
 * branches do not depend on what is waited for: the processor then has a dozen reads under way at once.
 */
public final class TableSearch {

	private static final int NEAR_BUCKETS = SearchScratch.NEAR_BUCKETS;

	/** Lines of a bucket's sketches that are read ahead. */
	private static final int LINES_AHEAD = 8;

	private final Rows rows;
	private final Tables tables;
	private final long[] query;
	private final int radius;
	private final CostBudget effort;
	private final SearchCounters counters;
	private final SearchScratch scratch;
	private int candidates;
	private long verified;

	private TableSearch(Rows rows, Tables tables, long[] query, int radius, CostBudget effort, SearchCounters counters,
			SearchScratch scratch) {
		this.rows = rows;
		this.tables = tables;
		this.query = query;
		this.radius = radius;
		this.effort = effort;
		this.counters = counters;
		this.scratch = scratch;
	}

	/**
	 * Notes every row within the radius, each once.
	 *
	 * @param query
	 *            four words
	 * @return false, with nothing noted, when it would take more effort
	 */
	public static boolean search(Rows rows, Tables tables, long[] query, int radius, CostBudget effort, RowSink sink,
			SearchCounters counters) {
		SearchScratch scratch = SearchScratch.take();
		try {
			boolean done = new TableSearch(rows, tables, query, radius, effort, counters, scratch).run();
			if (done) {
				for (int i = 0; i < scratch.found.size(); i++) {
					sink.add(scratch.found.ordinal(i), scratch.found.distanceBits(i));
				}
			}
			return done;
		} finally {
			scratch.release();
		}
	}

	private boolean run() {
		SlotLayout layout = tables.layout();
		for (int slot = 0; slot < SlotLayout.SLOTS; slot++) {
			int bucket = layout.bucket(SlotLayout.slotBits(query, slot));
			int near = slot * NEAR_BUCKETS;
			scratch.buckets[near] = bucket;
			for (int bit = 0; bit < layout.bucketBits(); bit++) {
				scratch.buckets[near + 1 + bit] = bucket ^ (1 << bit);
			}
			tables.slot(slot).ranges(scratch.buckets, scratch.starts, scratch.ends, near, near + 1 + layout.bucketBits());
			scratch.nearby[2 * slot] = scratch.ends[near] - scratch.starts[near];
			int neighbours = 0;
			for (int i = near + 1; i <= near + layout.bucketBits(); i++) {
				neighbours += scratch.ends[i] - scratch.starts[i];
			}
			scratch.nearby[2 * slot + 1] = neighbours;
		}
		if (!scratch.plan.choose(layout, radius, scratch.nearby, effort.cost())) {
			return false;
		}
		for (int slot = 0; slot < SlotLayout.SLOTS; slot++) {
			int near = slot * NEAR_BUCKETS;
			int opened = scratch.plan.threshold(slot) > 0 ? 1 + layout.bucketBits() : 1 + scratch.plan.threshold(slot);
			noteSketches(slot, near, near + opened);
		}
		scratch.ahead.read(tables.memory());
		for (int slot = 0; slot < SlotLayout.SLOTS; slot++) {
			int farthest = Math.min(scratch.plan.threshold(slot), layout.bucketBits());
			for (int distanceBits = 0; distanceBits <= farthest; distanceBits++) {
				open(slot, distanceBits);
				if (verified > effort.verified()) {
					return false;
				}
			}
		}
		verify();
		return true;
	}

	/** Notes that the sketches of these of the scratch's buckets will be needed. */
	private void noteSketches(int slot, int from, int to) {
		SlotTable table = tables.slot(slot);
		for (int i = from; i < to; i++) {
			scratch.ahead.add(table.sketch(scratch.starts[i]), table.sketch(scratch.ends[i]), LINES_AHEAD);
		}
	}

	/** Probes all buckets of a slot at exactly the given distance from the query's. */
	private void open(int slot, int distanceBits) {
		int bits = tables.layout().bucketBits();
		int near = slot * NEAR_BUCKETS;
		if (distanceBits == 0) {
			open(slot, distanceBits, near, near + 1);
		} else if (distanceBits == 1) {
			open(slot, distanceBits, near + 1, near + 1 + bits);
		} else {
			int[] masks = BucketMasks.of(bits);
			int end = BucketMasks.from(bits, distanceBits + 1);
			for (int from = BucketMasks.from(bits, distanceBits); from < end; from += SearchScratch.FAR_BUCKETS) {
				int count = Math.min(end - from, SearchScratch.FAR_BUCKETS);
				for (int i = 0; i < count; i++) {
					scratch.buckets[SearchScratch.FAR + i] = scratch.buckets[near] ^ masks[from + i];
				}
				int to = SearchScratch.FAR + count;
				tables.slot(slot).ranges(scratch.buckets, scratch.starts, scratch.ends, SearchScratch.FAR, to);
				noteSketches(slot, SearchScratch.FAR, to);
				scratch.ahead.read(tables.memory());
				open(slot, distanceBits, SearchScratch.FAR, to);
			}
		}
	}

	/** Looks into these of the scratch's buckets, as many at a time as there is room for their sketches. */
	private void open(int slot, int distanceBits, int from, int to) {
		counters.addProbes(to - from);
		SlotTable table = tables.slot(slot);
		int position = scratch.starts[from];
		for (int i = from; i < to;) {
			int bucketsFrom = i;
			int firstPosition = position;
			int words = 0;
			while (i < to) {
				int rest = (scratch.ends[i] - position + SketchFilter.LANES - 1) / SketchFilter.LANES;
				int length = Math.min(rest, SearchScratch.WORDS - words);
				MemorySegment.copy(tables.memory(), MappedFile.LONG, table.sketch(position), scratch.sketches, words, length);
				scratch.firstWords[i] = words;
				words += length;
				if (length < rest) {
					position += length * SketchFilter.LANES;
					break; // the bucket goes on in the next round
				}
				i++;
				position = i < to ? scratch.starts[i] : 0;
			}
			filter(slot, distanceBits, bucketsFrom, firstPosition, words);
		}
	}

	/**
	 * Compares the words that were copied from some buckets, and notes as candidates what passes.
	 *
	 * @param firstBucket
	 *            the bucket of the first word, in the scratch
	 * @param firstPosition
	 *            the position of the first word; every other bucket was copied from its start
	 */
	private void filter(int slot, int distanceBits, int firstBucket, int firstPosition, int words) {
		int limitBits = scratch.plan.sketchLimit(slot, distanceBits);
		long sketch = SketchFilter.inEachLane(SlotLayout.slotBits(query, SlotLayout.next(slot)));
		counters.addCandidates(words * SketchFilter.LANES);
		SketchFilter.apply(scratch.sketches, scratch.results, words, sketch, limitBits);
		int i = firstBucket;
		int bucketPosition = firstPosition;
		for (int word = SketchFilter.next(scratch.results, 0, words); word < words; word = SketchFilter.next(scratch.results, word + 1,
				words)) {
			while (scratch.firstWords[i] + (scratch.ends[i] - bucketPosition + SketchFilter.LANES - 1) / SketchFilter.LANES <= word) {
				i++;
				bucketPosition = scratch.starts[i];
			}
			int first = bucketPosition + (word - scratch.firstWords[i]) * SketchFilter.LANES;
			for (long passed = ~scratch.results[word] & SketchFilter.NONE; passed != 0; passed &= passed - 1) {
				int position = first + Long.numberOfTrailingZeros(passed) / SlotLayout.SLOT_BITS;
				if (position < scratch.ends[i]) {
					addCandidate(slot, scratch.buckets[i], scratch.starts[i], position);
				}
			}
		}
	}

	private void addCandidate(int slot, int bucket, int bucketStart, int position) {
		if (candidates == SearchScratch.CANDIDATES) {
			verify();
		}
		scratch.slot[candidates] = slot;
		scratch.bucket[candidates] = bucket;
		scratch.bucketStart[candidates] = bucketStart;
		scratch.position[candidates] = position;
		candidates++;
	}

	/** Compares the rows of all candidates. */
	private void verify() {
		for (int i = 0; i < candidates; i++) {
			tables.slot(scratch.slot[i]).readAhead(scratch.bucket[i], scratch.position[i], scratch.ahead);
		}
		scratch.ahead.read(tables.memory());
		for (int from = 0; from < candidates; from = endOfSlot(from)) {
			tables.slot(scratch.slot[from]).rows(scratch.bucket, scratch.bucketStart, scratch.position, scratch.row, from, endOfSlot(from));
		}
		for (int i = 0; i < candidates; i++) {
			scratch.ahead.add((long) scratch.row[i] * Hash256.BYTES);
		}
		scratch.ahead.read(rows.bytes());
		measure(rows.bytes(), query[0], query[1], query[2], query[3], scratch.row, scratch.distanceBits, candidates);
		for (int i = 0; i < candidates; i++) {
			if (scratch.distanceBits[i] <= radius && foundFirstIn(scratch.row[i]) == scratch.slot[i]) {
				scratch.found.add(scratch.row[i], scratch.distanceBits[i]);
			}
		}
		verified += candidates;
		counters.addVerified(candidates);
		candidates = 0;
	}

	/** Where the candidates of another slot begin. */
	private int endOfSlot(int from) {
		int to = from;
		while (to < candidates && scratch.slot[to] == scratch.slot[from]) {
			to++;
		}
		return to;
	}

	/** A loop of its own, which the JIT knows how to unroll. */
	private static void measure(MemorySegment rows, long query0, long query1, long query2, long query3, int[] row, int[] distanceBits,
			int count) {
		for (int i = 0; i < count; i++) {
			long offset = (long) row[i] * Hash256.BYTES;
			distanceBits[i] = Long.bitCount(rows.get(MappedFile.LONG, offset) ^ query0)
					+ Long.bitCount(rows.get(MappedFile.LONG, offset + Long.BYTES) ^ query1)
					+ Long.bitCount(rows.get(MappedFile.LONG, offset + 2 * Long.BYTES) ^ query2)
					+ Long.bitCount(rows.get(MappedFile.LONG, offset + 3 * Long.BYTES) ^ query3);
		}
	}

	/** The first slot that leads to a row within the radius: a row is found in several, but noted in this one only. */
	private int foundFirstIn(int row) {
		Plan plan = scratch.plan;
		for (int slot = 0; slot < SlotLayout.SLOTS; slot++) {
			int leading = Integer.bitCount(tables.layout().bucket(differingBits(row, slot)));
			if (leading <= plan.threshold(slot)
					&& Integer.bitCount(differingBits(row, SlotLayout.next(slot))) <= plan.sketchLimit(slot, leading)) {
				return slot;
			}
		}
		throw new IllegalStateException("a row that no slot leads to");
	}

	private int differingBits(int row, int slot) {
		return SlotLayout.slotBits(query, slot) ^ rows.slotBits(row, slot);
	}
}

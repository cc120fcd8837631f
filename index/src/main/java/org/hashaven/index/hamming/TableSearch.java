package org.hashaven.index.hamming;

import java.lang.foreign.MemorySegment;
import org.hashaven.hash.Hash256;

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
final class TableSearch {

	private final Rows rows;
	private final Tables tables;
	private final long[] query;
	private final int radius;
	private final Effort effort;
	private final SearchCounters counters;
	private final SearchScratch scratch;
	private int words;
	private int pieces;
	private int candidates;
	private long verified;

	private TableSearch(Rows rows, Tables tables, long[] query, int radius, Effort effort, SearchCounters counters, SearchScratch scratch) {
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
	static boolean search(Rows rows, Tables tables, long[] query, int radius, Effort effort, RowSink sink, SearchCounters counters) {
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
			SlotTable table = tables.slot(slot);
			scratch.nearby[2 * slot] = table.start(bucket + 1) - table.start(bucket);
			int neighbours = 0;
			for (int bit = 0; bit < layout.bucketBits(); bit++) {
				int neighbour = bucket ^ (1 << bit);
				neighbours += table.start(neighbour + 1) - table.start(neighbour);
			}
			scratch.nearby[2 * slot + 1] = neighbours;
		}
		if (!scratch.plan.choose(layout, radius, scratch.nearby, effort.cost())) {
			return false;
		}
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

	/** Looks into all buckets of a slot that differ from the query's by exactly so many bits. */
	private void open(int slot, int distanceBits) {
		SlotLayout layout = tables.layout();
		SlotTable table = tables.slot(slot);
		int bits = layout.bucketBits();
		int bucket = layout.bucket(SlotLayout.slotBits(query, slot));
		int[] masks = BucketMasks.of(bits);
		int to = BucketMasks.from(bits, distanceBits + 1);
		for (int i = BucketMasks.from(bits, distanceBits); i < to; i++) {
			int neighbour = bucket ^ masks[i];
			int start = table.start(neighbour);
			int end = table.start(neighbour + 1);
			counters.addCandidates(end - start);
			for (int position = start; position < end;) {
				if (pieces == SearchScratch.PIECES || words == SearchScratch.WORDS) {
					filter(slot, distanceBits);
				}
				position = copy(table, neighbour, start, position, end);
			}
		}
		counters.addProbes(to - BucketMasks.from(bits, distanceBits));
		filter(slot, distanceBits);
	}

	/** Copies as much of a bucket as there is room for to the sketches, and says up to which position. */
	private int copy(SlotTable table, int bucket, int bucketStart, int from, int end) {
		int room = (SearchScratch.WORDS - words) * SketchFilter.LANES;
		int to = Math.min(end, from + room);
		int length = (to - from + SketchFilter.LANES - 1) / SketchFilter.LANES;
		MemorySegment.copy(table.sketches(), MappedFile.LONG, (long) from * Short.BYTES, scratch.sketches, words, length);
		scratch.pieceWord[pieces] = words;
		scratch.piecePosition[pieces] = from;
		scratch.pieceEnd[pieces] = to;
		scratch.pieceBucket[pieces] = bucket;
		scratch.pieceBucketStart[pieces] = bucketStart;
		pieces++;
		words += length;
		return to;
	}

	/** Compares what was copied, and notes as candidates what passes. */
	private void filter(int slot, int distanceBits) {
		int limitBits = scratch.plan.sketchLimit(slot, distanceBits);
		long sketch = SketchFilter.inEachLane(SlotLayout.slotBits(query, SlotLayout.next(slot)));
		SketchFilter.apply(scratch.sketches, scratch.results, words, sketch, limitBits);
		int piece = 0;
		for (int word = next(0); word < words; word = next(word + 1)) {
			while (piece + 1 < pieces && scratch.pieceWord[piece + 1] <= word) {
				piece++;
			}
			int first = scratch.piecePosition[piece] + (word - scratch.pieceWord[piece]) * SketchFilter.LANES;
			for (long passed = ~scratch.results[word] & SketchFilter.NONE; passed != 0; passed &= passed - 1) {
				int position = first + Long.numberOfTrailingZeros(passed) / SlotLayout.SLOT_BITS;
				if (position < scratch.pieceEnd[piece]) {
					addCandidate(slot, piece, position);
				}
			}
		}
		words = 0;
		pieces = 0;
	}

	private int next(int from) {
		int word = from;
		while (word < words && scratch.results[word] == SketchFilter.NONE) {
			word++;
		}
		return word;
	}

	private void addCandidate(int slot, int piece, int position) {
		if (candidates == SearchScratch.CANDIDATES) {
			verify();
		}
		scratch.slot[candidates] = slot;
		scratch.bucket[candidates] = scratch.pieceBucket[piece];
		scratch.bucketStart[candidates] = scratch.pieceBucketStart[piece];
		scratch.position[candidates] = position;
		candidates++;
	}

	/** Compares the rows of all candidates. */
	private void verify() {
		long touched = 0;
		for (int i = 0; i < candidates; i++) {
			touched += tables.slot(scratch.slot[i]).touch(scratch.bucket[i], scratch.bucketStart[i], scratch.position[i]);
		}
		scratch.touched = touched;
		SlotTable.Cursor cursor = null;
		for (int i = 0; i < candidates; i++) {
			cursor = i > 0 && scratch.slot[i] == scratch.slot[i - 1] && cursor != null
					? cursor
					: tables.slot(scratch.slot[i]).new Cursor();
			scratch.row[i] = cursor.row(scratch.bucket[i], scratch.bucketStart[i], scratch.position[i]);
		}
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

	/** A loop without branches: all rows are on their way from memory together. */
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

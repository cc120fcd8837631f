package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionQuery;
import org.hashaven.index.hamming.MappedFile;
import org.jspecify.annotations.Nullable;

/**
 * The regions of one segment and the way to search them. "Photo" numbers the documents that have regions, "row" the regions, both from 0.
 *
 * @param documents
 *            int[photos], null where every document has regions
 * @param headers
 *            byte[photos], the first byte of each {@link RegionVector}
 * @param starts
 *            int[photos + 1], the first row of each photo
 * @param codes
 *            long[rows]
 * @param places
 *            byte[3][rows], the most significant first
 * @param tables
 *            two slots; null in a small segment
 */
record RegionSegment(int photos, int rows, @Nullable MemorySegment documents, MemorySegment headers, MemorySegment starts,
		MemorySegment codes, MemorySegment places, @Nullable Slots tables) {

	static final int PLACE_BYTES = 3;
	static final int SLOTS = 2;

	/**
	 * Two tables over disjoint bits of the codes: the lowest, and the highest.
	 *
	 * @param bits
	 *            of a slot, 1..{@value #MAX_BITS}
	 * @param directories
	 *            for each slot int[2^bits + 1], the first position of each bucket
	 * @param rows
	 *            for each slot int[rows], by position, ascending in a bucket
	 */
	record Slots(int bits, List<MemorySegment> directories, List<MemorySegment> rows, ProbeSequence probes) {

		static final int MAX_BITS = 24;

		static int shift(int slot, int bits) {
			return slot == 0 ? 0 : Region.CODE_BITS - bits;
		}
	}

	/** Memory for one thread's searches. */
	static final class Scratch {

		private final int[] buckets = new int[ProbeSequence.MAX_PROBES];
		private final int[] order = new int[Slots.MAX_BITS];
		private final int[] begins = new int[ProbeSequence.MAX_PROBES];
		private final int[] ends = new int[ProbeSequence.MAX_PROBES];
		private int[] candidates = new int[1_024];
		private int[] hits = new int[64];
		private int size;
		private int found;

		private void clear() {
			size = 0;
			found = 0;
		}

		private void addHit(int row) {
			if (found == hits.length) {
				hits = ArrayUtil.grow(hits);
			}
			hits[found++] = row;
		}
	}

	int document(int photo) {
		return documents == null ? photo : documents.getAtIndex(MappedFile.INT, photo);
	}

	byte header(int photo) {
		return headers.get(ValueLayout.JAVA_BYTE, photo);
	}

	int start(int photo) {
		return starts.getAtIndex(MappedFile.INT, photo);
	}

	long code(int row) {
		return codes.getAtIndex(MappedFile.LONG, row);
	}

	int place(int row) {
		long at = (long) row * PLACE_BYTES;
		int high = places.get(ValueLayout.JAVA_BYTE, at) & 0xff;
		int middle = places.get(ValueLayout.JAVA_BYTE, at + 1) & 0xff;
		int low = places.get(ValueLayout.JAVA_BYTE, at + 2) & 0xff;
		return (high << 16) | (middle << 8) | low;
	}

	/** The photo of a row: found by halving. */
	private int photoOf(int row) {
		int low = 0;
		int high = photos - 1;
		while (low < high) {
			int middle = (low + high + 1) >>> 1;
			if (start(middle) <= row) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low;
	}

	/** Searches all queries, until the budget is spent. */
	void search(List<RegionQuery> queries, RegionHitSink sink, WorkBudget budget, Scratch scratch) {
		for (int number = 0; number < queries.size(); number++) {
			RegionQuery query = queries.get(number);
			scratch.clear();
			boolean allowed = tables == null ? scan(query, budget, scratch) : probe(tables, query, budget, scratch);
			if (!allowed) {
				return;
			}
			give(number, query, sink, scratch);
		}
	}

	private boolean scan(RegionQuery query, WorkBudget budget, Scratch scratch) {
		if (!budget.spend(rows)) {
			return false;
		}
		for (int row = 0; row < rows; row++) {
			if (Long.bitCount(code(row) ^ query.code()) <= RegionSearcher.MAX_BITS) {
				scratch.addHit(row);
			}
		}
		return true;
	}

	/** First all directories, then all buckets, then all codes, so that places in memory that are far apart are waited for together. */
	private boolean probe(Slots slots, RegionQuery query, WorkBudget budget, Scratch scratch) {
		ProbeSequence probes = slots.probes;
		for (int slot = 0; slot < SLOTS; slot++) {
			probes.buckets(query, Slots.shift(slot, slots.bits), scratch.buckets, scratch.order);
			MemorySegment directory = slots.directories.get(slot);
			long candidates = 0;
			for (int i = 0; i < probes.size(); i++) {
				int begin = directory.getAtIndex(MappedFile.INT, scratch.buckets[i]);
				int end = directory.getAtIndex(MappedFile.INT, scratch.buckets[i] + 1L);
				scratch.begins[i] = begin;
				scratch.ends[i] = end;
				candidates += end - begin;
			}
			if (!budget.spend(probes.size() + candidates)) {
				return false;
			}
			gather(slots.rows.get(slot), probes.size(), Math.toIntExact(candidates), scratch);
			compare(query, scratch);
		}
		return true;
	}

	private static void gather(MemorySegment postings, int probes, int candidates, Scratch scratch) {
		if (scratch.candidates.length < candidates) {
			scratch.candidates = new int[ArrayUtil.oversize(candidates, Integer.BYTES)];
		}
		int[] rows = scratch.candidates;
		int size = 0;
		for (int i = 0; i < probes; i++) {
			for (int at = scratch.begins[i]; at < scratch.ends[i]; at++) {
				rows[size++] = postings.getAtIndex(MappedFile.INT, at);
			}
		}
		scratch.size = size;
	}

	private void compare(RegionQuery query, Scratch scratch) {
		long code = query.code();
		int[] rows = scratch.candidates;
		for (int i = 0; i < scratch.size; i++) {
			if (Long.bitCount(codes.getAtIndex(MappedFile.LONG, rows[i]) ^ code) <= RegionSearcher.MAX_BITS) {
				scratch.addHit(rows[i]);
			}
		}
	}

	private void give(int number, RegionQuery query, RegionHitSink sink, Scratch scratch) {
		Arrays.sort(scratch.hits, 0, scratch.found);
		int last = -1;
		for (int i = 0; i < scratch.found; i++) {
			int row = scratch.hits[i];
			if (row != last) { // else found in both slots
				int distance = query.distance(code(row));
				if (distance <= RegionSearcher.MAX_DISTANCE) {
					int photo = photoOf(row);
					sink.hit(number, document(photo), row - start(photo), place(row), distance);
				}
			}
			last = row;
		}
	}
}

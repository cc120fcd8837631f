package org.hashaven.index.hamming.table;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.hashaven.index.hamming.rows.RangeHits;

/** The memory that a search through tables works in; handed from search to search, as making it anew would cost more than the search. */
public final class SearchScratch {

	/** Words of sketches filtered at once: they and their results stay in the processor's second-level cache. */
	public static final int WORDS = 1 << 13;

	/** Buckets of a slot that differ from the query's by one bit at most. */
	public static final int NEAR_BUCKETS = 1 + SlotLayout.SLOT_BITS;

	/** Where buckets that differ by more begin, and how many are looked into at once. */
	public static final int FAR = SlotLayout.SLOTS * NEAR_BUCKETS;
	public static final int FAR_BUCKETS = 1 << 10;

	/** Candidates verified at once. */
	public static final int CANDIDATES = 1 << 10;

	private static final ConcurrentLinkedQueue<SearchScratch> IDLE = new ConcurrentLinkedQueue<>();

	public final Plan plan = new Plan();
	public final int[] nearby = new int[2 * SlotLayout.SLOTS];
	public final RangeHits found = new RangeHits();

	public final long[] sketches = new long[WORDS];
	public final long[] results = new long[WORDS];

	// Buckets with their ranges of positions, and the first word of each among the sketches: for each slot the query's own and those that
	// differ from it by one bit, then others of one slot.
	public final int[] buckets = new int[FAR + FAR_BUCKETS];
	public final int[] starts = new int[FAR + FAR_BUCKETS];
	public final int[] ends = new int[FAR + FAR_BUCKETS];
	public final int[] firstWords = new int[FAR + FAR_BUCKETS];

	public final int[] slot = new int[CANDIDATES];
	public final int[] bucket = new int[CANDIDATES];
	public final int[] bucketStart = new int[CANDIDATES];
	public final int[] position = new int[CANDIDATES];
	public final int[] row = new int[CANDIDATES];
	public final int[] distanceBits = new int[CANDIDATES];

	public final Prefetcher ahead = new Prefetcher();

	private SearchScratch() {
	}

	/** Memory that is not in use. */
	public static SearchScratch take() {
		SearchScratch idle = IDLE.poll();
		return idle == null ? new SearchScratch() : idle;
	}

	/** Gives it back. */
	public void release() {
		found.clear();
		IDLE.add(this);
	}
}

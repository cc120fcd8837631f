package org.hashaven.index.hamming;

import java.util.concurrent.ConcurrentLinkedQueue;

/** The memory that a search through tables works in; handed from search to search, as making it anew would cost more than the search. */
final class SearchScratch {

	/** Words of sketches filtered at once: they and their results stay in the processor's second-level cache. */
	static final int WORDS = 1 << 13;

	/** Buckets of a slot that differ from the query's by one bit at most. */
	static final int NEAR_BUCKETS = 1 + SlotLayout.SLOT_BITS;

	/** Where buckets that differ by more begin, and how many are looked into at once. */
	static final int FAR = SlotLayout.SLOTS * NEAR_BUCKETS;
	static final int FAR_BUCKETS = 1 << 10;

	/** Candidates verified at once. */
	static final int CANDIDATES = 1 << 10;

	private static final ConcurrentLinkedQueue<SearchScratch> IDLE = new ConcurrentLinkedQueue<>();

	final Plan plan = new Plan();
	final int[] nearby = new int[2 * SlotLayout.SLOTS];
	final RangeHits found = new RangeHits();

	final long[] sketches = new long[WORDS];
	final long[] results = new long[WORDS];

	// Buckets with their ranges of positions, and the first word of each among the sketches: for each slot the query's own and those that
	// differ from it by one bit, then others of one slot.
	final int[] buckets = new int[FAR + FAR_BUCKETS];
	final int[] starts = new int[FAR + FAR_BUCKETS];
	final int[] ends = new int[FAR + FAR_BUCKETS];
	final int[] firstWords = new int[FAR + FAR_BUCKETS];

	final int[] slot = new int[CANDIDATES];
	final int[] bucket = new int[CANDIDATES];
	final int[] bucketStart = new int[CANDIDATES];
	final int[] position = new int[CANDIDATES];
	final int[] row = new int[CANDIDATES];
	final int[] distanceBits = new int[CANDIDATES];

	final Prefetcher ahead = new Prefetcher();

	private SearchScratch() {
	}

	/** Memory that is not in use. */
	static SearchScratch take() {
		SearchScratch idle = IDLE.poll();
		return idle == null ? new SearchScratch() : idle;
	}

	/** Gives it back. */
	void release() {
		found.clear();
		IDLE.add(this);
	}
}

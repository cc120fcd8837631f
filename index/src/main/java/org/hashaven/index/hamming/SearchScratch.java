package org.hashaven.index.hamming;

import java.util.concurrent.ConcurrentLinkedQueue;

/** The memory that a search through tables works in; handed from search to search, as making it anew would cost more than the search. */
final class SearchScratch {

	/** Words of sketches filtered at once: they and their results stay in the processor's second-level cache. */
	static final int WORDS = 1 << 13;

	/** Parts of buckets filtered at once. */
	static final int PIECES = 1 << 10;

	/** Candidates verified at once. */
	static final int CANDIDATES = 1 << 10;

	private static final ConcurrentLinkedQueue<SearchScratch> IDLE = new ConcurrentLinkedQueue<>();

	final Plan plan = new Plan();
	final int[] nearby = new int[2 * SlotLayout.SLOTS];
	final RangeHits found = new RangeHits();

	final long[] sketches = new long[WORDS];
	final long[] results = new long[WORDS];

	// For each piece of a bucket that is among the sketches: its first word there, its positions, its bucket and where that begins.
	final int[] pieceWord = new int[PIECES];
	final int[] piecePosition = new int[PIECES];
	final int[] pieceEnd = new int[PIECES];
	final int[] pieceBucket = new int[PIECES];
	final int[] pieceBucketStart = new int[PIECES];

	final int[] slot = new int[CANDIDATES];
	final int[] bucket = new int[CANDIDATES];
	final int[] bucketStart = new int[CANDIDATES];
	final int[] position = new int[CANDIDATES];
	final int[] row = new int[CANDIDATES];
	final int[] distanceBits = new int[CANDIDATES];

	// Written and never read: see SlotTable.touch.
	long touched;

	private SearchScratch() {
	}

	/** Memory that nobody uses. */
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

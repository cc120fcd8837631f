package org.hashaven.index.regioncode;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionQuery;

/** The memory of a search, reusable for later searches; not thread-safe. */
public final class RegionWorkspace {

	/** Candidates compared at once: they and their results stay in the processor's caches. */
	static final int CANDIDATES = 1 << 12;

	/** Bits of the largest weight. */
	private static final int WEIGHT_BITS = Integer.SIZE
			- Integer.numberOfLeadingZeros(RegionQuery.MIN_WEIGHT + Region.CODE_BITS - 1);

	private static final int MAX_BUCKETS = CodeSlot.values().length * ProbeSequence.MAX_PROBES;

	// The query.
	private long code;
	private final long[] weightPlanes = new long[WEIGHT_BITS];
	private final byte[] bitOfRank = new byte[Region.CODE_BITS];

	// Its buckets; of each the first position, and above it the last and one; the row at the first position.
	final int[] slotBits = new int[CodeSlot.MAX_BITS];
	final int[] buckets = new int[MAX_BUCKETS];
	final long[] ranges = new long[MAX_BUCKETS];
	final int[] firstRows = new int[MAX_BUCKETS];

	int candidateCount;
	final int[] candidates = new int[CANDIDATES];
	final long[] candidateCodes = new long[CANDIDATES];
	final int[] near = new int[CANDIDATES];
	final long[] nearDifferences = new long[CANDIDATES];

	// Its hits, each a row above a distance.
	private long[] hits = new long[Region.CODE_BITS];
	private int hitCount;

	/** An empty workspace. */
	public RegionWorkspace() {
		// nothing depends on what a search before left here
	}

	/** Begins with another query. */
	void start(RegionQuery query) {
		code = query.code();
		hitCount = 0;
		Arrays.fill(weightPlanes, 0);
		for (int bit = 0; bit < Region.CODE_BITS; bit++) {
			int weight = query.weight(bit);
			bitOfRank[weight - RegionQuery.MIN_WEIGHT] = (byte) bit;
			for (int plane = 0; plane < WEIGHT_BITS; plane++) {
				weightPlanes[plane] |= (weight >>> plane & 1L) << bit;
			}
		}
	}

	/** The code of the query. */
	long code() {
		return code;
	}

	/** Puts the bits of a slot into {@link #slotBits}, the least reliable first, each as the bit of a bucket number. */
	void rankSlot(int firstBit, int bits) {
		int next = 0;
		for (byte bit : bitOfRank) {
			int inSlot = bit - firstBit;
			if (inSlot >= 0 && inSlot < bits) {
				slotBits[next++] = 1 << inSlot;
			}
		}
	}

	/** Notes the first {@code count} of {@link #near} whose weighted distance is small enough. */
	void accept(int count) {
		for (int i = 0; i < count; i++) {
			int distance = distance(nearDifferences[i]);
			if (distance <= RegionAcceptance.MAX_DISTANCE) {
				if (hitCount == hits.length) {
					hits = ArrayUtil.grow(hits);
				}
				hits[hitCount++] = (long) near[i] << Integer.SIZE | distance;
			}
		}
	}

	/** {@link RegionQuery#distance}, by counting the differing bits once for each bit of their weights. */
	private int distance(long difference) {
		int distance = 0;
		for (int plane = 0; plane < WEIGHT_BITS; plane++) {
			distance += Long.bitCount(difference & weightPlanes[plane]) << plane;
		}
		return distance;
	}

	/** Sorts the hits by their rows and removes those that are there twice. */
	int distinctHits() {
		Arrays.sort(hits, 0, hitCount);
		int distinct = 0;
		for (int i = 0; i < hitCount; i++) {
			if (distinct == 0 || hits[i] != hits[distinct - 1]) {
				hits[distinct++] = hits[i];
			}
		}
		hitCount = distinct;
		return distinct;
	}

	/** The row of a hit. */
	int hitRow(int hit) {
		return (int) (hits[hit] >>> Integer.SIZE);
	}

	/** The weighted distance of a hit. */
	int hitDistance(int hit) {
		return (int) hits[hit];
	}
}

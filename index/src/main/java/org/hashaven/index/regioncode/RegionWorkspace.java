package org.hashaven.index.regioncode;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.RegionQuery;

/** The memory of a search, reusable for later searches; not thread-safe. */
public final class RegionWorkspace {

	/** Candidates compared at once: they and their codes stay in the processor's caches. */
	static final int CANDIDATES = 1 << 12;

	private static final int MAX_BUCKETS = CodeSlot.COUNT * ProbeSequence.MAX_PROBES;

	private final byte[] bitOfRank = new byte[Region.CODE_BITS];

	/** The bits of a slot, the least reliable first. */
	final int[] slotBits = new int[CodeSlot.MAX_BUCKET_BITS + 1];

	/** Whether the bits in which a sketch differs weigh little, as 1 or 0, for the low and the high slot. */
	final byte[][] sketchIsNear = new byte[CodeSlot.COUNT][1 << CodeSlot.MAX_SKETCH_BITS];

	private final int[] sketchWeights = new int[1 << CodeSlot.MAX_SKETCH_BITS];

	// The buckets of a query; of each the first position, and above it the last and one.
	final int[] buckets = new int[MAX_BUCKETS];
	final long[] ranges = new long[MAX_BUCKETS];

	/** Written and never read, so that the JIT compiler does not leave reads out. */
	int touched;

	int candidateCount;
	final int[] candidates = new int[CANDIDATES];
	final long[] candidateCodes = new long[CANDIDATES];
	final int[] near = new int[CANDIDATES];
	final long[] nearCodes = new long[CANDIDATES];

	// The hits of a query, each a row above a distance.
	private long[] hits = new long[Region.CODE_BITS];
	private int hitCount;

	/** A workspace for any number of searches, one after the other. */
	public RegionWorkspace() {
		// nothing depends on what a search before left here
	}

	/** Begins with another query. */
	void start(RegionQuery query) {
		hitCount = 0;
		candidateCount = 0;
		for (int bit = 0; bit < Region.CODE_BITS; bit++) {
			bitOfRank[query.weight(bit) - RegionQuery.MIN_WEIGHT] = (byte) bit;
		}
	}

	/** Puts the bits of a bucket number into {@link #slotBits}, the least reliable first. */
	void rankSlot(CodeSlot slot) {
		int firstBit = slot.firstBit();
		int bucketBits = slot.bucketBits();
		int next = 0;
		for (byte bit : bitOfRank) {
			int inSlot = bit - firstBit;
			// Stored always and kept if in the slot, without a branch, which would often be predicted wrong.
			slotBits[next] = 1 << inSlot;
			next += ((inSlot - bucketBits) & ~inSlot) >>> (Integer.SIZE - 1);
		}
	}

	/** Fills a part of {@link #sketchIsNear} for one slot. */
	void weighSketches(CodeSlot slot, RegionQuery query, byte[] isNear) {
		int[] weights = sketchWeights;
		int size = 1;
		for (int bit = 0; bit < slot.sketchBits(); bit++) {
			int weight = query.weight(slot.firstSketchBit() + bit);
			for (int differing = 0; differing < size; differing++) {
				weights[size + differing] = weights[differing] + weight;
			}
			size *= 2;
		}
		for (int differing = 0; differing < size; differing++) {
			isNear[differing] = (byte) ((weights[differing] - RegionAcceptance.MAX_SKETCH_DISTANCE - 1) >>> (Integer.SIZE - 1));
		}
	}

	/** Notes the first {@code count} of {@link #near} whose weighted distance is small enough. */
	void accept(RegionQuery query, int count) {
		for (int i = 0; i < count; i++) {
			int distance = query.distance(nearCodes[i]);
			if (distance <= RegionAcceptance.MAX_DISTANCE) {
				if (hitCount == hits.length) {
					hits = ArrayUtil.grow(hits);
				}
				hits[hitCount++] = (long) near[i] << Integer.SIZE | distance;
			}
		}
	}

	/** Sorts the hits by their rows and removes those that are there twice. Returns how many there are. */
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

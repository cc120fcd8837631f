package org.hashaven.benchmarks.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashaven.testdata.hashes.HashPopulation;
import org.jspecify.annotations.Nullable;

/**
 * The photos and frames of a soak, each in a slot of its own, with what happened to it and when. The frames of a video have the same id.
 * For one thread at a time.
 */
final class SoakSlots {

	static final long NEVER = Long.MAX_VALUE;

	private final long[][] hashes;
	private final int[] timesMs;
	private final @Nullable String[] ids;
	private final Map<String, List<Integer>> slotsOfId = new HashMap<>();
	private final long[] added;
	private final long[] withdrawing;
	private final long[] withdrawn;

	SoakSlots(int size) {
		hashes = new long[size][HashPopulation.WORDS];
		timesMs = new int[size];
		ids = new String[size];
		added = filled(size, NEVER);
		withdrawing = filled(size, NEVER);
		withdrawn = filled(size, 0);
	}

	static long[] filled(int size, long value) {
		long[] all = new long[size];
		Arrays.fill(all, value);
		return all;
	}

	int size() {
		return hashes.length;
	}

	long[] hash(int slot) {
		return hashes[slot];
	}

	/** When a frame is shown; 0 of a photo. */
	int timeMs(int slot) {
		return timesMs[slot];
	}

	@Nullable
	String id(int slot) {
		return ids[slot];
	}

	/** The slots of a photo or a video; none of an id that is not known, or no longer. */
	List<Integer> slotsOf(@Nullable String id) {
		return slotsOfId.getOrDefault(id, List.of());
	}

	/** The slots of every photo and video that has a name. */
	Map<String, List<Integer>> media() {
		return slotsOfId;
	}

	/** Free slots, at most so many, from a place on: what was in them was gone when the first lookup that still runs began. */
	List<Integer> free(int count, int from, long firstLookupBegan) {
		List<Integer> free = new ArrayList<>();
		for (int i = 0; i < size() && free.size() < count; i++) {
			int slot = (from + i) % size();
			if (withdrawn[slot] < firstLookupBegan) {
				free.add(slot);
			}
		}
		return free;
	}

	/** Puts something new into a free slot. */
	void fill(int slot, long[] hash, int timeMs) {
		List<Integer> before = slotsOf(ids[slot]);
		if (before.size() > 1) {
			before.remove(Integer.valueOf(slot));
		} else {
			slotsOfId.remove(ids[slot]);
		}
		ids[slot] = null;
		hashes[slot] = hash;
		timesMs[slot] = timeMs;
		added[slot] = NEVER;
		withdrawing[slot] = NEVER;
		withdrawn[slot] = NEVER;
	}

	/** What is in these slots is a photo or a video of this id. */
	void name(List<Integer> slots, String id) {
		slots.forEach(slot -> ids[slot] = id);
		slotsOfId.put(id, new ArrayList<>(slots));
	}

	void added(List<Integer> slots, long now) {
		slots.forEach(slot -> added[slot] = now);
	}

	void withdrawing(List<Integer> slots, long now) {
		slots.forEach(slot -> withdrawing[slot] = now);
	}

	void withdrawn(List<Integer> slots, long now) {
		slots.forEach(slot -> withdrawn[slot] = now);
	}

	/** Whether it is acknowledged and not about to be withdrawn. */
	boolean isLive(int slot) {
		return added[slot] != NEVER && withdrawing[slot] == NEVER;
	}

	/** Whether a lookup must see it: acknowledged before it began, not about to be withdrawn when it ended. */
	boolean mustBeSeen(int slot, long began, long ended) {
		return added[slot] <= began && withdrawing[slot] > ended;
	}

	/** Whether a lookup may see it: its withdrawal was not acknowledged before it began. */
	boolean mayBeSeen(int slot, long began) {
		return withdrawn[slot] > began;
	}
}

package org.hashaven.benchmarks.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.index.Match;
import org.hashaven.testdata.hashes.HashPopulation;
import org.jspecify.annotations.Nullable;

/**
 * What must, may and must not be found while records come and go. Time is the number of events so far. A record that was acknowledged
 * before a lookup began and whose withdrawal had not begun when it ended must be found; one whose withdrawal was acknowledged before it
 * began must not. Each record has a slot of its own until no lookup that runs can have seen it; then the slot is used again, so that
 * nothing here grows.
 */
final class SoakOracle {

	private static final long NEVER = Long.MAX_VALUE;
	private static final int CENTRES = 200;
	private static final int SPREAD_BITS = 40;
	private static final long PATIENCE_MS = 10_000;

	private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
	private final HashPopulation centres;
	private final long[][] hashes;
	private final @Nullable String[] ids;
	private final Map<String, Integer> slotOfId = new HashMap<>();
	private final long[] added;
	private final long[] withdrawing;
	private final long[] withdrawn;
	private final long[] lookupsBegan;
	private long now;

	SoakOracle(int slots, int readers, long seed) {
		centres = HashPopulation.of(HashPopulation.Kind.UNIFORM, CENTRES, seed);
		hashes = new long[slots][HashPopulation.WORDS];
		ids = new String[slots];
		added = filled(slots, NEVER);
		withdrawing = filled(slots, NEVER);
		withdrawn = filled(slots, 0);
		lookupsBegan = filled(readers, NEVER);
	}

	private static long[] filled(int size, long value) {
		long[] all = new long[size];
		Arrays.fill(all, value);
		return all;
	}

	/** A hash near one of the centres that all records lie near. */
	long[] near(int distanceBits, SplittableRandom random) {
		return HashPopulation.near(centres.hash(random.nextInt(CENTRES)), distanceBits, random);
	}

	/** Finds so many free slots, or fewer, from a random one on, and puts new hashes in them. */
	List<Integer> beginAdd(int count, SplittableRandom random) {
		lock.writeLock().lock();
		try {
			long seen = Arrays.stream(lookupsBegan).min().orElse(NEVER);
			List<Integer> slots = new ArrayList<>();
			int from = random.nextInt(ids.length);
			for (int i = 0; i < ids.length && slots.size() < count; i++) {
				int slot = (from + i) % ids.length;
				if (withdrawn[slot] < seen) {
					slotOfId.remove(ids[slot]);
					ids[slot] = null;
					hashes[slot] = near(random.nextInt(SPREAD_BITS + 1), random);
					added[slot] = NEVER;
					withdrawing[slot] = NEVER;
					withdrawn[slot] = NEVER;
					slots.add(slot);
				}
			}
			now++;
			return slots;
		} finally {
			lock.writeLock().unlock();
		}
	}

	/** The records in these slots have these ids; what is about to be added with ids of its own says so beforehand. */
	void name(List<Integer> slots, List<String> given) {
		lock.writeLock().lock();
		try {
			for (int i = 0; i < slots.size(); i++) {
				ids[slots.get(i)] = given.get(i);
				slotOfId.put(given.get(i), slots.get(i));
			}
		} finally {
			lock.writeLock().unlock();
		}
	}

	/** The adding of these slots was acknowledged. */
	void added(List<Integer> slots) {
		stamp(added, slots);
	}

	/** So many live records, or fewer, from a random one on, whose withdrawal is about to begin. */
	List<Integer> beginWithdraw(int count, SplittableRandom random) {
		List<Integer> slots = new ArrayList<>();
		int from = random.nextInt(ids.length);
		for (int i = 0; i < ids.length && slots.size() < count; i++) {
			if (isLive((from + i) % ids.length)) {
				slots.add((from + i) % ids.length);
			}
		}
		stamp(withdrawing, slots);
		return slots;
	}

	/** All live records of the hash of a random one, whose withdrawal is about to begin. */
	List<Integer> beginWithdrawHash(SplittableRandom random) {
		List<Integer> slots = new ArrayList<>();
		long[] hash = hashes[random.nextInt(ids.length)];
		for (int slot = 0; slot < ids.length; slot++) {
			if (isLive(slot) && Arrays.equals(hashes[slot], hash)) {
				slots.add(slot);
			}
		}
		stamp(withdrawing, slots);
		return slots;
	}

	/** Whether a record is acknowledged and not about to be withdrawn. For the one writer, who alone changes that. */
	private boolean isLive(int slot) {
		return added[slot] != NEVER && withdrawing[slot] == NEVER;
	}

	/** The withdrawal of these slots was acknowledged. */
	void withdrawn(List<Integer> slots) {
		stamp(withdrawn, slots);
	}

	private void stamp(long[] times, List<Integer> slots) {
		lock.writeLock().lock();
		try {
			now++;
			slots.forEach(slot -> times[slot] = now);
		} finally {
			lock.writeLock().unlock();
		}
	}

	long[] hash(int slot) {
		return hashes[slot];
	}

	@Nullable
	String id(int slot) {
		return ids[slot];
	}

	/** Records that are acknowledged and not about to be withdrawn. Only for the writer. */
	int live() {
		int live = 0;
		for (int slot = 0; slot < ids.length; slot++) {
			live += isLive(slot) ? 1 : 0;
		}
		return live;
	}

	/** A reader is about to look up. */
	void beginLookup(int reader) {
		lock.writeLock().lock();
		try {
			lookupsBegan[reader] = now;
		} finally {
			lock.writeLock().unlock();
		}
	}

	/** Holds the answer of a reader's lookup to what was acknowledged before and after it. */
	void endLookup(int reader, long[] query, int radius, List<Match> matches) throws InterruptedException {
		long ended = time();
		awaitNames(matches);
		lock.readLock().lock();
		try {
			Map<Integer, Integer> found = new HashMap<>();
			for (Match match : matches) {
				Integer slot = slotOfId.get(match.id());
				Answers.require(slot != null, "a record is back after its withdrawal and more");
				Answers.require(found.put(slot, match.distanceBits()) == null, "a record was found twice");
			}
			for (int slot = 0; slot < ids.length; slot++) {
				check(slot, found.get(slot), distanceBits(hashes[slot], query), radius, lookupsBegan[reader], ended);
			}
		} finally {
			lock.readLock().unlock();
		}
		lock.writeLock().lock();
		try {
			lookupsBegan[reader] = NEVER;
		} finally {
			lock.writeLock().unlock();
		}
	}

	private void check(int slot, @Nullable Integer found, int distanceBits, int radius, long began, long ended) {
		if (found == null) {
			boolean must = added[slot] <= began && withdrawing[slot] > ended && distanceBits <= radius;
			Answers.require(!must, "a record at distance " + distanceBits + " was missed at radius " + radius);
		} else {
			Answers.require(withdrawn[slot] > began, "a withdrawn record was found");
			Answers.require(found == distanceBits && distanceBits <= radius, "found at " + found + ", lies at " + distanceBits);
		}
	}

	private long time() {
		lock.readLock().lock();
		try {
			return now;
		} finally {
			lock.readLock().unlock();
		}
	}

	/** A record may be found before its writer has been told its new id. */
	private void awaitNames(List<Match> matches) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
		while (!allNamed(matches) && System.nanoTime() < deadline) {
			Thread.sleep(1);
		}
	}

	private boolean allNamed(List<Match> matches) {
		lock.readLock().lock();
		try {
			return matches.stream().allMatch(match -> slotOfId.containsKey(match.id()));
		} finally {
			lock.readLock().unlock();
		}
	}

	private static int distanceBits(long[] a, long[] b) {
		return Long.bitCount(a[0] ^ b[0]) + Long.bitCount(a[1] ^ b[1]) + Long.bitCount(a[2] ^ b[2]) + Long.bitCount(a[3] ^ b[3]);
	}
}

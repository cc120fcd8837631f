package org.hashaven.benchmarks.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.index.HashMatch;
import org.hashaven.index.VideoMatch;
import org.hashaven.testdata.hashes.HashPopulation;
import org.jspecify.annotations.Nullable;

/**
 * What must, may and must not be found while photos and videos come and go. Time is the number of events so far. What was acknowledged
 * before a lookup began and whose withdrawal had not begun when it ended must be found, of a video its nearest frame; what was withdrawn,
 * and acknowledged so, before it began must not. Each photo and frame has a slot of its own until no lookup that runs can have seen it;
 * then the slot is used again, so that nothing here grows.
 */
final class SoakOracle {

	private static final int CENTRES = 200;
	private static final int SPREAD_BITS = 40;
	private static final int SECOND_MS = 1_000;
	private static final int LEAST_SCENES = 3;
	private static final long PATIENCE_MS = 10_000;

	private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
	private final HashPopulation centres;
	private final SoakSlots slots;
	private final long[] lookupsBegan;
	private long now;

	SoakOracle(int size, int readers, long seed) {
		centres = HashPopulation.of(HashPopulation.Kind.UNIFORM, CENTRES, seed);
		slots = new SoakSlots(size);
		lookupsBegan = SoakSlots.filled(readers, SoakSlots.NEVER);
	}

	private static <T> T with(Lock held, Supplier<T> job) {
		held.lock();
		try {
			return job.get();
		} finally {
			held.unlock();
		}
	}

	private void change(Runnable job) {
		with(lock.writeLock(), () -> {
			now++;
			job.run();
			return true;
		});
	}

	/** A hash near one of the centres that all records lie near. */
	long[] near(int distanceBits, SplittableRandom random) {
		return HashPopulation.near(centres.hash(random.nextInt(CENTRES)), distanceBits, random);
	}

	/** So many new photos, or videos of more than one frame, a second apart; fewer when there is no more room. */
	List<List<Integer>> beginAdd(int count, int frames, SplittableRandom random) {
		List<List<Integer>> media = new ArrayList<>();
		change(() -> {
			List<Integer> free = slots.free(count * frames, random.nextInt(slots.size()), Arrays.stream(lookupsBegan).min().orElseThrow());
			for (int end = frames; end <= free.size(); end += frames) {
				List<Integer> one = free.subList(end - frames, end);
				for (int frame = 0; frame < frames; frame++) {
					slots.fill(one.get(frame), near(random.nextInt(SPREAD_BITS + 1), random), frame * SECOND_MS);
				}
				media.add(one);
			}
		});
		return media;
	}

	/** These photos and videos have these ids; what is about to be added with ids of its own says so beforehand. */
	void name(List<List<Integer>> media, List<String> ids) {
		change(() -> {
			for (int i = 0; i < media.size(); i++) {
				slots.name(media.get(i), ids.get(i));
			}
		});
	}

	/** Their adding was acknowledged. */
	void added(List<List<Integer>> media) {
		change(() -> media.forEach(one -> slots.added(one, now)));
	}

	/** The ids of so many live photos and videos, or fewer, from a random one on. For the one writer, who alone changes what is live. */
	List<String> someLive(int count, SplittableRandom random) {
		Set<String> ids = new LinkedHashSet<>();
		int from = random.nextInt(slots.size());
		for (int i = 0; i < slots.size() && ids.size() < count; i++) {
			int slot = (from + i) % slots.size();
			String id = slots.id(slot);
			if (id != null && slots.isLive(slot)) {
				ids.add(id);
			}
		}
		return List.copyOf(ids);
	}

	/** All that is live of these photos and videos is about to be withdrawn. */
	List<Integer> beginWithdraw(List<String> ids) {
		List<Integer> all = ids.stream().flatMap(id -> slots.slotsOf(id).stream()).filter(slots::isLive).toList();
		change(() -> slots.withdrawing(all, now));
		return all;
	}

	/** All live photos and frames of the hash of a random one, whose withdrawal is about to begin. */
	List<Integer> beginWithdrawHash(SplittableRandom random) {
		List<Integer> same = new ArrayList<>();
		long[] hash = slots.hash(random.nextInt(slots.size()));
		for (int slot = 0; slot < slots.size(); slot++) {
			if (slots.isLive(slot) && Arrays.equals(slots.hash(slot), hash)) {
				same.add(slot);
			}
		}
		change(() -> slots.withdrawing(same, now));
		return same;
	}

	/** The withdrawal of these was acknowledged. */
	void withdrawn(List<Integer> all) {
		change(() -> slots.withdrawn(all, now));
	}

	long[] hash(int slot) {
		return slots.hash(slot);
	}

	int timeMs(int slot) {
		return slots.timeMs(slot);
	}

	/** How much is live. Only for the writer. */
	int live() {
		int live = 0;
		for (int slot = 0; slot < slots.size(); slot++) {
			live += slots.isLive(slot) ? 1 : 0;
		}
		return live;
	}

	/**
	 * The live frames of a random video, to look it up.
	 *
	 * @param id
	 *            its id
	 * @param frames
	 *            their slots, in the order of their times
	 * @param hashes
	 *            of these frames
	 * @param timesMs
	 *            of these frames
	 */
	record Video(String id, List<Integer> frames, List<long[]> hashes, List<Integer> timesMs) {
	}

	/** A video with enough live frames to be known by them in any case, the next from a random slot on; null when there is none. */
	@Nullable
	Video someVideo(SplittableRandom random) {
		int from = random.nextInt(slots.size());
		return with(lock.readLock(), () -> {
			for (int i = 0; i < slots.size(); i++) {
				String id = slots.id((from + i) % slots.size());
				List<Integer> frames = slots.slotsOf(id).stream().filter(slots::isLive).toList();
				if (id != null && frames.size() >= LEAST_SCENES) {
					return new Video(id, frames, frames.stream().map(slots::hash).toList(), frames.stream().map(slots::timeMs).toList());
				}
			}
			return null;
		});
	}

	/** A reader is about to look up. */
	void beginLookup(int reader) {
		with(lock.writeLock(), () -> lookupsBegan[reader] = now);
	}

	/** Holds the answer of a reader's lookup to what was acknowledged before and after it. */
	void endLookup(int reader, long[] query, int radius, List<HashMatch> matches) throws InterruptedException {
		long ended = with(lock.readLock(), () -> now);
		awaitNames(matches.stream().map(HashMatch::id).toList());
		with(lock.readLock(), () -> {
			Map<String, HashMatch> found = new HashMap<>();
			for (HashMatch match : matches) {
				Answers.require(!known(match.id()).isEmpty() && found.put(match.id(), match) == null, "a photo or a video was found twice");
			}
			slots.media().forEach((id, media) -> check(media, found.get(id), query, radius, lookupsBegan[reader], ended));
			return true;
		});
		forget(reader);
	}

	/** Of a photo its distance, of a video that of its nearest frame; frames that come or go may have been seen or not. */
	private void check(List<Integer> media, @Nullable HashMatch found, long[] query, int radius, long began, long ended) {
		int foundBits = found == null ? radius + 1 : found.distanceBits();
		boolean isThere = found == null;
		for (int slot : media) {
			int distanceBits = distanceBits(slots.hash(slot), query);
			boolean missed = distanceBits < foundBits && slots.mustBeSeen(slot, began, ended);
			Answers.require(!missed, "at distance " + distanceBits + " was missed at radius " + radius);
			isThere |= distanceBits == foundBits && found != null && found.timeMs().orElse(0) == slots.timeMs(slot)
					&& slots.mayBeSeen(slot, began);
		}
		Answers.require(isThere && (found == null || foundBits <= radius), "what was found at distance " + foundBits + " is not there");
	}

	/** Holds the answer of a reader's lookup of a video, at radius 0, to what was acknowledged before and after it. */
	void endVideoLookup(int reader, Video query, List<VideoMatch> matches) throws InterruptedException {
		long ended = with(lock.readLock(), () -> now);
		awaitNames(matches.stream().map(VideoMatch::id).toList());
		with(lock.readLock(), () -> {
			long began = lookupsBegan[reader];
			boolean must = query.frames().stream().allMatch(slot -> slots.mustBeSeen(slot, began, ended));
			boolean found = matches.stream().anyMatch(match -> match.id().equals(query.id()));
			Answers.require(found || !must, "a video was missed");
			for (VideoMatch match : matches) {
				boolean isThere = known(match.id()).stream().anyMatch(slot -> slots.mayBeSeen(slot, began)
						&& query.hashes().stream().anyMatch(hash -> Arrays.equals(hash, slots.hash(slot))));
				Answers.require(isThere, "a video was found that shows nothing of it");
			}
			return true;
		});
		forget(reader);
	}

	private List<Integer> known(String id) {
		List<Integer> media = slots.slotsOf(id);
		Answers.require(!media.isEmpty(), "something is back after its withdrawal and more");
		return media;
	}

	private void forget(int reader) {
		with(lock.writeLock(), () -> lookupsBegan[reader] = SoakSlots.NEVER);
	}

	/** Something may be found before its writer has been told its new id. */
	private void awaitNames(Collection<String> ids) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
		while (System.nanoTime() < deadline && !with(lock.readLock(), () -> ids.stream().noneMatch(id -> slots.slotsOf(id).isEmpty()))) {
			Thread.sleep(1);
		}
	}

	private static int distanceBits(long[] a, long[] b) {
		return Long.bitCount(a[0] ^ b[0]) + Long.bitCount(a[1] ^ b[1]) + Long.bitCount(a[2] ^ b[2]) + Long.bitCount(a[3] ^ b[3]);
	}
}

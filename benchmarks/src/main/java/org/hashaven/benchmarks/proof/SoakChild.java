package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexOptions;
import org.hashaven.index.IndexStats;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.MatchResult;
import org.hashaven.index.VideoMatch;
import org.hashaven.testdata.hashes.HashPopulation;

/** The process of {@link Soak}: its memory is nobody else's. */
final class SoakChild {

	private static final int QUALITY = 100;
	private static final String BANK = Bank.DEFAULT.name();
	private static final Duration ERASURE_TIME = Duration.ofSeconds(10); // a soak's worth of erasing
	private static final int READERS = 3;
	private static final int MAX_BATCH = 500;
	private static final int MIN_FRAMES = 3;
	private static final int MAX_FRAMES = 12;
	private static final int SAMPLES = 90;
	private static final int REPORTS = 15;
	private static final double FULL = 0.9;
	private static final double THIN = 0.5;

	private final HashIndex index;
	private final int records;
	private final SoakOracle oracle;
	private final SplittableRandom random;
	private final LongAdder added = new LongAdder();
	private final LongAdder withdrawn = new LongAdder();
	private final LongAdder lookups = new LongAdder();
	private final LongAdder videoLookups = new LongAdder();
	private final LongAdder found = new LongAdder();
	private volatile boolean stopped;
	private int nextId;

	private SoakChild(HashIndex index, int records, long seed) {
		this.index = index;
		this.records = records;
		this.oracle = new SoakOracle(records, READERS, seed);
		this.random = new SplittableRandom(seed);
	}

	/** Folder of the index, seconds, most photos and frames at a time, seed. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		try (HashIndex index = HashIndex.create(Path.of(args[0]), IndexOptions.DEFAULT.withErasureTime(ERASURE_TIME))) {
			SoakChild soak = new SoakChild(index, Integer.parseInt(args[2]), Long.parseLong(args[3]));
			soak.run(Integer.parseInt(args[1]));
			Answers.require(index.verify().clean(), "verify found faults");
		}
	}

	private void run(int seconds) throws IOException, InterruptedException, ExecutionException {
		int half = (int) (THIN * records) / 2;
		add(oracle.beginAdd(half, 1, random), true);
		add(oracle.beginAdd(half / MAX_FRAMES, MAX_FRAMES, random), true);
		List<Future<Boolean>> all = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(READERS + 1)) {
			SplittableRandom writerRandom = random.split();
			all.add(threads.submit(() -> untilStopped(() -> write(writerRandom))));
			for (int i = 0; i < READERS; i++) {
				int reader = i;
				SplittableRandom readerRandom = random.split();
				all.add(threads.submit(() -> untilStopped(() -> read(reader, readerRandom))));
			}
			try {
				watch(seconds);
			} finally {
				stopped = true;
			}
		}
		for (Future<Boolean> one : all) {
			one.get();
		}
	}

	/** One step of a thread, again and again; the first that fails stops all. */
	private boolean untilStopped(Callable<Boolean> step) throws Exception {
		try {
			while (!stopped) {
				step.call();
			}
			return true;
		} finally {
			stopped = true;
		}
	}

	private void watch(int seconds) throws IOException, InterruptedException {
		SoakMemory memory = new SoakMemory();
		long start = System.nanoTime();
		for (int sample = 1; sample <= SAMPLES && !stopped; sample++) {
			long wait = start + TimeUnit.SECONDS.toNanos(seconds) * sample / SAMPLES - System.nanoTime();
			TimeUnit.NANOSECONDS.sleep(wait);
			SoakMemory.Sample now = memory.look();
			if (sample % (SAMPLES / REPORTS) == 0) {
				report((double) seconds * sample / SAMPLES, (double) seconds / REPORTS, now);
			}
		}
		if (!stopped) {
			System.out.println("no mismatch; memory is flat: " + memory.requireFlat());
		}
	}

	private void report(double atSeconds, double sinceSeconds, SoakMemory.Sample now) throws IOException {
		IndexStats stats = index.stats();
		System.out.println("%4.0f s: %,.0f lookups/s with %,.0f matches each, %,.1f of videos/s, %,.0f adds/s, %,.0f withdrawals/s; %s; "
				.formatted(atSeconds, lookups.sum() / sinceSeconds, (double) found.sumThenReset() / Math.max(1, lookups.sumThenReset()),
						videoLookups.sumThenReset() / sinceSeconds, added.sumThenReset() / sinceSeconds,
						withdrawn.sumThenReset() / sinceSeconds, now)
				+ "%,d records of %,d photos and videos, %,d withdrawn on disk, %d segments, %.1f MB".formatted(stats.records(),
						stats.media(), stats.withdrawnOnDisk(), stats.segments(), stats.sizeBytes() / 1e6));
	}

	/** One change by the one writer. */
	private boolean write(SplittableRandom own) throws IOException {
		int live = oracle.live();
		int count = own.nextInt(3) == 0 ? 1 : 1 + own.nextInt(MAX_BATCH);
		boolean adds = live < THIN * records || (live < FULL * records && own.nextBoolean());
		if (adds) {
			int frames = own.nextBoolean() ? 1 : own.nextInt(MIN_FRAMES, MAX_FRAMES + 1);
			add(oracle.beginAdd(Math.ceilDiv(count, frames), frames, own), own.nextBoolean());
		} else if (count == 1) {
			withdrawHash(oracle.beginWithdrawHash(own));
		} else {
			withdraw(oracle.someLive(Math.ceilDiv(count, MIN_FRAMES), own));
		}
		return true;
	}

	private void add(List<List<Integer>> media, boolean withIds) throws IOException {
		if (withIds) {
			List<String> ids = media.stream().map(one -> "n" + nextId++).toList();
			oracle.name(media, ids);
			addToIndex(media, ids);
		} else {
			oracle.name(media, addToIndex(media, List.of()));
		}
		oracle.added(media);
		media.forEach(one -> added.add(one.size()));
	}

	/** Adds photos, or videos of more than one frame, with these ids, or with none of their own. */
	private List<String> addToIndex(List<List<Integer>> media, List<String> ids) throws IOException {
		List<HashRecord> photos = new ArrayList<>();
		List<VideoRecord> videos = new ArrayList<>();
		for (int i = 0; i < media.size(); i++) {
			List<long[]> hashes = media.get(i).stream().map(oracle::hash).toList();
			if (hashes.size() == 1) {
				HashRecord photo = HashRecord.ofPhoto(Queries.of(hashes.getFirst()), QUALITY);
				photos.add(ids.isEmpty() ? photo : photo.withIdAndBank(ids.get(i), BANK));
			} else {
				VideoRecord video = VideoRecord.ofFrames(frames(hashes, media.get(i).stream().map(oracle::timeMs).toList()));
				videos.add(ids.isEmpty() ? video : video.withIdAndBank(ids.get(i), BANK));
			}
		}
		return videos.isEmpty() ? index.add(BANK, photos) : index.add(BANK, videos);
	}

	private static List<FrameHash> frames(List<long[]> hashes, List<Integer> timesMs) {
		return IntStream.range(0, hashes.size()).mapToObj(i -> new FrameHash(timesMs.get(i), Queries.of(hashes.get(i)), QUALITY)).toList();
	}

	private void withdraw(List<String> ids) throws IOException {
		List<Integer> slots = oracle.beginWithdraw(ids);
		Answers.require(index.withdraw(ids) == ids.size(), "a photo or a video was not there to be withdrawn");
		oracle.withdrawn(slots);
		withdrawn.add(slots.size());
	}

	private void withdrawHash(List<Integer> slots) throws IOException {
		if (!slots.isEmpty()) {
			int count = index.withdrawHash(Queries.of(oracle.hash(slots.getFirst())));
			Answers.require(count == slots.size(), "%d records of a hash, not %d".formatted(count, slots.size()));
			oracle.withdrawn(slots);
			withdrawn.add(count);
		}
	}

	/** One lookup by one reader. */
	private boolean read(int reader, SplittableRandom own) throws IOException, InterruptedException {
		SoakOracle.Video video = own.nextInt(4) == 0 ? oracle.someVideo(own) : null;
		return video == null ? readPhoto(reader, own) : readVideo(reader, video);
	}

	private boolean readVideo(int reader, SoakOracle.Video video) throws IOException, InterruptedException {
		List<FrameHash> frames = frames(video.hashes(), video.timesMs());
		oracle.beginLookup(reader);
		MatchResult<VideoMatch> answer = index.match(Query.ofVideo(frames), MatchOptions.DEFAULT.withRadius(0).withResultCap(records + 1));
		oracle.endVideoLookup(reader, video, answer.matches());
		videoLookups.increment();
		return true;
	}

	private boolean readPhoto(int reader, SplittableRandom own) throws IOException, InterruptedException {
		int radius = own.nextBoolean() ? Bank.DEFAULT_RADIUS : own.nextInt(Bank.MAX_RADIUS + 1);
		long[] query = own.nextInt(4) == 0 ? HashPopulation.uniform(own) : oracle.near(own.nextInt(Bank.MAX_RADIUS), own);
		oracle.beginLookup(reader);
		MatchResult<HashMatch> answer = index.match(Queries.of(query), MatchOptions.DEFAULT.withRadius(radius).withResultCap(records + 1));
		oracle.endLookup(reader, query, radius, answer.matches());
		lookups.increment();
		found.add(answer.matches().size());
		return true;
	}
}

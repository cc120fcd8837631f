package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.MatchedSpan;
import org.hashaven.index.RecordLoader;
import org.hashaven.index.VideoMatch;
import org.hashaven.index.MatchResult;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * Videos looked up among many: how long it takes, and whether each answer is right. Stops at the first wrong one.
 *
 * <pre>
 * VideoLookups [videos [seconds [lookups]]]          100000 60 2000
 * </pre>
 *
 * A lookup is as long as a video. Of every two, one shows two thirds of a length of a video in the index: some stretch of it, at a speed
 * from 0.8 to 1.25, each frame up to 31 bits away, behind and before frames of its own; its id and where it lies are asserted. The other
 * shows nothing of any, and must have no match. Then lookups that begin with the title that every tenth video begins with, and go on as
 * nothing does: they must have no match either.
 */
public final class VideoLookups {

	private static final long SEED = 41;
	private static final int NOISE_BITS = 31;
	private static final double SLOWEST = 0.8;
	private static final double FASTEST = 1.25;
	private static final int TOLERANCE_MS = 2_000;
	private static final int TITLED_LOOKUPS = 100;

	private final SyntheticVideos films;
	private final int videos;
	private final int lookups;
	private final SplittableRandom random = new SplittableRandom(SEED);
	private final List<String> ids = new ArrayList<>();

	private VideoLookups(SyntheticVideos films, int videos, int lookups) {
		this.films = films;
		this.videos = videos;
		this.lookups = lookups;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int videos = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
		int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
		int lookups = args.length > 2 ? Integer.parseInt(args[2]) : 2_000;
		Path folder = Files.createTempDirectory("video-lookups");
		try {
			new VideoLookups(new SyntheticVideos(seconds, SEED), videos, lookups).run(folder.resolve("index"));
		} finally {
			MillionRecords.delete(folder);
		}
	}

	private void run(Path folder) throws IOException {
		try (HashIndex index = HashIndex.create(folder)) {
			load(index);
			lookUp(index, "as loaded");
			long start = System.nanoTime();
			index.compact();
			System.out.printf("compact: %.1f s%n", seconds(start));
		}
		try (HashIndex index = HashIndex.openReadOnly(folder)) {
			lookUp(index, "compacted");
			lookUpTitles(index);
			long start = System.nanoTime();
			Answers.require(index.verify().clean(), "verify found faults");
			System.out.printf("verify: clean in %.1f s%n", seconds(start));
		}
	}

	private void load(HashIndex index) throws IOException {
		long start = System.nanoTime();
		try (RecordLoader loader = index.loader(Bank.DEFAULT.name(), ids::addAll)) {
			for (int video = 0; video < videos; video++) {
				loader.add(VideoRecord.ofFrames(SyntheticVideos.frames(films.hashes(video))));
			}
			loader.commit();
		}
		double seconds = seconds(start);
		IndexStats stats = index.stats();
		Answers.require(stats.media() == videos && stats.records() == (long) videos * films.seconds(), "not all were loaded");
		System.out.printf("%,d videos of %d frames loaded and durable: %.1f s, %,.0f frames/s; %d segments, %.1f bytes a frame%n", videos,
				films.seconds(), seconds, stats.records() / seconds, stats.segments(), (double) stats.sizeBytes() / stats.records());
	}

	private void lookUp(HashIndex index, String state) throws IOException {
		double[] planted = new double[lookups / 2];
		double[] strange = new double[lookups / 2];
		for (int i = 0; i < planted.length; i++) {
			planted[i] = lookUpPlanted(index);
			strange[i] = lookUpStranger(index, SyntheticVideos.frames(films.hashes(strangerNumber(false))));
		}
		System.out.printf("%s: %s; %s; every answer asserted%n", state, figures("shown in part", planted), figures("strangers", strange));
	}

	private double lookUpPlanted(HashIndex index) throws IOException {
		int video = random.nextInt(videos);
		double speed = SLOWEST + (FASTEST - SLOWEST) * random.nextDouble();
		int twoThirds = films.seconds() * 2 / 3;
		int shown = Math.min(twoThirds, (int) (twoThirds / speed) - 1);
		int skipped = video % SyntheticVideos.TITLED == 0 ? SyntheticVideos.TITLE_SECONDS : 0; // a title is not in question here
		double from = skipped + random.nextDouble() * (films.seconds() - skipped - shown * speed - 1);
		int before = random.nextInt(films.seconds() - shown + 1);
		List<Hash256> source = films.hashes(video);
		List<Hash256> query = new ArrayList<>();
		for (int second = 0; second < films.seconds(); second++) {
			boolean own = second < before || second >= before + shown;
			query.add(own
					? Queries.of(HashPopulation.uniform(random))
					: SyntheticVideos.distorted(source.get((int) (from + (second - before) * speed)), NOISE_BITS, random));
		}
		List<FrameHash> frames = SyntheticVideos.frames(query);
		long start = System.nanoTime();
		MatchResult<VideoMatch> answer = index.match(Query.ofVideo(frames), MatchOptions.DEFAULT);
		double milliseconds = seconds(start) * 1e3;
		Answers.require(answer.matches().size() == 1, answer.matches().size() + " matches of one video");
		VideoMatch match = answer.matches().getFirst();
		Answers.require(match.id().equals(ids.get(video)), "the match of another video");
		MatchedSpan span = match.spans().getFirst();
		Answers.require(match.spans().size() == 1 && near(span.queryFromMs(), before) && near(span.queryToMs(), before + shown - 1)
				&& near(span.mediaFromMs(), from) && near(span.mediaToMs(), from + (shown - 1) * speed), "it lies elsewhere");
		return milliseconds;
	}

	private static boolean near(int foundMs, double second) {
		return Math.abs(foundMs - 1_000 * second) <= TOLERANCE_MS;
	}

	private static double lookUpStranger(HashIndex index, List<FrameHash> frames) throws IOException {
		long start = System.nanoTime();
		MatchResult<VideoMatch> answer = index.match(Query.ofVideo(frames), MatchOptions.DEFAULT);
		double milliseconds = seconds(start) * 1e3;
		Answers.require(answer.matches().isEmpty(), "a stranger has a match");
		return milliseconds;
	}

	/** The number of a video that is not in the index, with the title or without. */
	private long strangerNumber(boolean titled) {
		return SyntheticVideos.TITLED * (long) (videos + random.nextInt(Integer.MAX_VALUE / 2)) + (titled ? 0 : 1);
	}

	private void lookUpTitles(HashIndex index) throws IOException {
		double[] titled = new double[TITLED_LOOKUPS];
		for (int i = 0; i < titled.length; i++) {
			titled[i] = lookUpStranger(index, SyntheticVideos.frames(films.hashes(strangerNumber(true))));
		}
		System.out.printf("%s; every answer asserted%n", figures("strangers with a title of %,d videos".formatted(videos / 10), titled));
	}

	private static String figures(String what, double[] milliseconds) {
		return "%d %s, median %.1f ms, p99 %.1f ms".formatted(milliseconds.length, what, Percentile.median(milliseconds),
				Percentile.of(milliseconds, 99));
	}

	private static double seconds(long startNanos) {
		return (System.nanoTime() - startNanos) / 1e9;
	}
}

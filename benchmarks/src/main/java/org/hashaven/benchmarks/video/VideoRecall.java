package org.hashaven.benchmarks.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hashaven.benchmarks.proof.Scratch;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.hash.query.VideoView;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.VideoMatch;
import org.hashaven.samples.videos.MovingPicture;
import org.hashaven.samples.videos.VideoDistortion;
import org.hashaven.samples.videos.VideoDistortions;
import org.hashaven.video.VideoHasher;
import org.hashaven.video.VideoOptions;

/**
 * What the index finds of videos that people did things to, with what it finds that it should not: a table of all {@link VideoDistortions}.
 *
 * <pre>
 * VideoRecall [scenes|spycam|FOLDER [videos [seconds [strangers [distortion,distortion...]]]]]          scenes 20 20 40
 * </pre>
 *
 * The originals are made up, or the videos in a folder; they and as many made-up strangers as wanted are in the index. Every original is
 * done everything to, hashed anew, and looked up. Found is what has the original's id among its matches; in place is a match whose first
 * span lies where it must, within two seconds; wrong is every match with another id; among files, those whose names begin with the same
 * word are takes of one thing and are not counted. The fast mode hashes key frames alone. Fails in the end when there was a wrong match, or
 * a copy that was only coded again or made grey was missed.
 */
public final class VideoRecall {

	private static final String BANK = "default";
	private static final List<String> MUST_BE_FOUND = List.of("low-quality", "vp9", "mpeg4-avi", "vp8-low", "grey");
	private static final VideoHasher HASHER = new VideoHasher(VideoOptions.DEFAULT.withThreads(1));
	private static final VideoHasher UPLOADS = new VideoHasher(VideoOptions.UPLOAD.withThreads(1));
	private static final VideoHasher FAST = new VideoHasher(VideoOptions.UPLOAD.withThreads(1).withKeyFramesOnly(true));

	private final Originals originals;
	private final List<VideoDistortion> distortions;
	private final Path folder;
	private final ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

	private VideoRecall(Originals originals, List<VideoDistortion> distortions, Path folder) {
		this.originals = originals;
		this.distortions = distortions;
		this.folder = folder;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		String kind = args.length > 0 ? args[0] : "scenes";
		int videos = args.length > 1 ? Integer.parseInt(args[1]) : 20;
		int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
		int strangers = args.length > 3 ? Integer.parseInt(args[3]) : 40;
		try (Scratch scratch = new Scratch("video-recall")) {
			Files.createDirectories(scratch.resolve("files"));
			List<VideoDistortion> distortions = args.length > 4
					? Arrays.stream(args[4].split(",", -1)).map(VideoDistortions::named).toList()
					: VideoDistortions.catalogue();
			new VideoRecall(Originals.of(kind, videos, seconds), distortions, scratch.resolve("files")).run(scratch.resolve("index"),
					strangers,
					seconds);
		}
	}

	private void run(Path indexFolder, int strangers, int seconds) throws IOException, InterruptedException, ExecutionException {
		System.out.printf("%d originals, %d strangers%n%-20s %8s %8s %8s %8s %8s %8s%n", originals.names().size(), strangers, "done to it",
				"found", "in place", "wrong", "fast", "wrong", "share");
		try (HashIndex index = HashIndex.create(indexFolder)) {
			index.add(BANK, strangers(strangers, seconds));
			index.add(BANK, each(number -> hashOriginal(number, VideoDistortions.catalogue().getFirst())));
			int wrong = 0;
			int missed = 0;
			for (VideoDistortion distortion : distortions) {
				RecallRow row = new RecallRow(distortion.name());
				if (distortion.changesOriginal()) {
					try (HashIndex other = HashIndex.create(indexFolder.resolveSibling(distortion.name()))) {
						other.add(BANK, each(number -> hashOriginal(number, distortion)));
						each(number -> look(other, number, distortion, row));
					}
				} else {
					each(number -> look(index, number, distortion, row));
				}
				System.out.println(row);
				wrong += row.wrong();
				missed += MUST_BE_FOUND.contains(distortion.name()) ? originals.names().size() - row.found() : 0;
			}
			Answers.require(wrong == 0, wrong + " times something else was found");
			Answers.require(missed == 0, missed + " copies were missed");
		} finally {
			threads.shutdown();
		}
	}

	/** Something done with an original. */
	private interface Work<T> {

		T with(int number) throws IOException;
	}

	/** Does it with every original, on all cores. */
	private <T> List<T> each(Work<T> work) throws InterruptedException, ExecutionException {
		List<Future<T>> futures = new ArrayList<>();
		for (int number = 0; number < originals.names().size(); number++) {
			int each = number;
			futures.add(threads.submit(() -> work.with(each)));
		}
		List<T> done = new ArrayList<>();
		for (Future<T> future : futures) {
			done.add(future.get());
		}
		return done;
	}

	private List<VideoRecord> strangers(int count, int seconds) throws InterruptedException, ExecutionException {
		List<Future<VideoRecord>> futures = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			MovingPicture video = Originals.stranger(i, seconds);
			String id = "stranger-" + i;
			futures.add(threads.submit(() -> {
				Path file = folder.resolve(id + ".mp4");
				VideoDistortions.catalogue().getFirst().writeOriginal(video, 0, file);
				return record(id, file);
			}));
		}
		List<VideoRecord> records = new ArrayList<>();
		for (Future<VideoRecord> future : futures) {
			records.add(future.get());
		}
		return records;
	}

	private VideoRecord hashOriginal(int number, VideoDistortion distortion) throws IOException {
		String id = originals.names().get(number);
		Path file = folder.resolve(id + "-original.mp4");
		Path given = originals.file(number);
		if (given != null && !distortion.changesOriginal()) {
			return new VideoRecord(id, HASHER.hash(given).frames(), BANK, null);
		}
		distortion.writeOriginal(originals.video(number), number, file);
		return record(id, file);
	}

	private static VideoRecord record(String id, Path file) throws IOException {
		try {
			return new VideoRecord(id, HASHER.hash(file).frames(), BANK, null);
		} finally {
			Files.delete(file);
		}
	}

	private Void look(HashIndex index, int number, VideoDistortion distortion, RecallRow row) throws IOException {
		String id = originals.names().get(number);
		Path file = folder.resolve(id + "-copy" + distortion.settings().container().extension());
		MovingPicture video = originals.video(number);
		distortion.writeCopy(video, number, file);
		List<VideoView> views = UPLOADS.hash(file).views();
		List<VideoView> keyFrames = FAST.hash(file).views();
		Files.delete(file);
		row.take(id, distortion.shared().of(video.durationUs()), matches(index, views, id), matches(index, keyFrames, id));
		return null;
	}

	/** The answer, without other takes of the same thing, which are neither right nor wrong. */
	private List<VideoMatch> matches(HashIndex index, List<VideoView> views, String id) throws IOException {
		return index.match(new Query.Video(views), MatchOptions.DEFAULT).matches().stream()
				.filter(match -> match.id().equals(id) || !originals.areKin(match.id(), id)).toList();
	}
}

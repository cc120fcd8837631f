package org.hashaven.benchmarks.view;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import java.util.stream.Stream;
import org.hashaven.benchmarks.Pixels;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.distortions.Family;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.view.PhotoViews;

/**
 * How many changed photographs are found by one hash each, looked up plainly and in all views.
 *
 * <p>
 * Usage: {@code ViewRecall PHOTOS_DIR [DRAWN [SEED [ONLY...]]]}: so many drawn distortions of each family for each photograph, none by
 * default; only these families and fixed distortions. For each row: the uploads, the share found plainly and in views, and which parts were
 * found. At the end: other photographs that a view falsely matched, and views and milliseconds of the thread's own time an upload. Fails
 * when there was a false match. Photographs of a quality below {@value #FLOOR} are left out.
 */
public final class ViewRecall {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private static final int FLOOR = 50;
	private static final int RADIUS = 31;
	/** Larger photographs are made this large first, as platforms do; the listed hashes are of the large ones. */
	private static final int LONG_SIDE = 1_600;

	private record Photo(String name, Picture picture, Hash256 hash) {
	}

	private final List<Photo> photos;
	private final ViewTally tally;
	private final long seed;

	private ViewRecall(List<Photo> photos, long seed) {
		this.photos = photos;
		this.seed = seed;
		this.tally = new ViewTally();
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int drawn = args.length > 1 ? Integer.parseInt(args[1]) : 0;
		long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
		List<String> only = args.length > 3 ? Arrays.asList(args).subList(3, args.length) : List.of();
		ViewRecall recall = new ViewRecall(photos(Path.of(args[0])), seed);
		try (ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
			recall.run(drawn, only, threads);
		}
		recall.tally.print();
		Answers.require(recall.tally.wrong() == 0, recall.tally.wrong() + " uploads falsely matched");
	}

	private static List<Photo> photos(Path folder) throws IOException {
		List<Path> files;
		try (Stream<Path> listed = Files.list(folder)) {
			files = listed.sorted().toList();
		}
		List<Photo> photos = new ArrayList<>();
		for (Path file : files) {
			RgbImage image = new ImageDecoder().decode(file);
			PdqResult listed = PdqHasher.hash(image);
			if (listed.quality() >= FLOOR) {
				Picture picture = Distortions.atMost(LONG_SIDE).apply(Pixels.picture(image), 0);
				photos.add(new Photo(String.valueOf(file.getFileName()), picture, listed.hash()));
			}
		}
		return photos;
	}

	private void run(int drawn, List<String> only, ExecutorService threads) throws InterruptedException, ExecutionException {
		List<Future<?>> futures = new ArrayList<>();
		for (Family family : Family.values()) {
			boolean all = only.isEmpty() || only.contains(family.word());
			for (Distortion distortion : Distortions.catalogue(family)) {
				if (all || only.contains(distortion.name())) {
					tally.begin(distortion.name());
					for (int i = 0; i < photos.size(); i++) {
						int photo = i;
						futures.add(threads.submit(() -> look(distortion.name(), photo, distortion, mix(photo, 0, distortion.name()))));
					}
				}
			}
			String row = family.word() + " (drawn)";
			for (int i = 0; i < (all ? photos.size() * drawn : 0); i++) {
				tally.begin(row);
				int photo = i / drawn;
				long own = mix(photo, 1 + i % drawn, row);
				futures.add(threads.submit(() -> look(row, photo, Distortions.drawn(family, own), own + 1)));
			}
		}
		for (Future<?> future : futures) {
			future.get();
		}
	}

	private long mix(int photo, int time, String row) {
		long mixed = seed * 0x9e37_79b9_7f4a_7c15L + photo * 0xbf58_476d_1ce4_e5b9L + time * 0x94d0_49bb_1331_11ebL + row.hashCode();
		return (mixed ^ mixed >>> 29) * 0xbf58_476d_1ce4_e5b9L;
	}

	private void look(String row, int photo, Distortion distortion, long own) {
		RgbImage upload = Pixels.image(distortion.apply(photos.get(photo).picture(), own));
		long begin = THREADS.getCurrentThreadCpuTime();
		List<PhotoView.Hashed> views = new ArrayList<>();
		for (PhotoView view : PhotoViews.of(upload)) {
			if (view instanceof PhotoView.Hashed hashed) {
				views.add(hashed);
			}
		}
		long nanos = THREADS.getCurrentThreadCpuTime() - begin;
		int finder = -1;
		int wrong = 0;
		for (int i = 0; i < views.size(); i++) {
			if (views.get(i).quality() < FLOOR) {
				continue;
			}
			for (int other = 0; other < photos.size(); other++) {
				if (views.get(i).hash().distance(photos.get(other).hash()) <= RADIUS) {
					finder = other == photo && finder < 0 ? i : finder;
					wrong += other == photo ? 0 : 1;
				}
			}
		}
		tally.take(row, photos.get(photo).name() + " " + distortion.name(), finder, finder < 0 ? null : views.get(finder).how(), wrong,
				views.size(), nanos);
	}
}

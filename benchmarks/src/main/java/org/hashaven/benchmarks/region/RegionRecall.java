package org.hashaven.benchmarks.region;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hashaven.benchmarks.Pixels;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Quality;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.index.region.VerificationResult;
import org.hashaven.index.region.GeometricVerification;
import org.hashaven.index.region.Correspondences;
import org.hashaven.index.region.Relisted;
import org.hashaven.index.regioncode.RegionAcceptance;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.region.RegionHasher;
import org.hashaven.region.UploadRegions;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.distortions.Family;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.view.PhotoViews;

/**
 * What regions alone find of photographs that people did things to, and what they find that they should not: every region of every upload
 * is compared with every region of every photograph.
 *
 * <pre>
 * RegionRecall PHOTOS_DIR [drawn [seed [fixed|drawn-only [every]]]]          2 1 fixed 1
 * </pre>
 *
 * Of each family all fixed distortions are measured in one row, and in another so many drawn from the seed for each photograph; only every
 * n-th photograph is distorted, all are listed. Found is what matches by {@link VerificationResult}, upright or mirrored. Two and wrong
 * count other photographs with two or more agreeing regions, and those that match. Milliseconds are of one thread's own time, for the
 * regions of both forms. Fails in the end if another photograph was a match.
 */
public final class RegionRecall {

	private static final int LONG_SIDE = 1_600;

	private final List<Path> files;
	private final int every;
	private final ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
	private final List<RegionSet> listed = new ArrayList<>();
	private final List<Hash256> hashes = new ArrayList<>();

	private RegionRecall(List<Path> files, int every) {
		this.files = files;
		this.every = every;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int drawn = args.length > 1 ? Integer.parseInt(args[1]) : 2;
		long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
		boolean fixed = args.length <= 3 || args[3].equals("fixed");
		int every = args.length > 4 ? Integer.parseInt(args[4]) : 1;
		try (Stream<Path> paths = Files.list(Path.of(args[0]))) {
			new RegionRecall(paths.filter(Files::isRegularFile).sorted().toList(), every).run(drawn, seed, fixed);
		}
	}

	private void run(int drawn, long seed, boolean fixed) throws InterruptedException, ExecutionException {
		try {
			list();
			System.out.printf("%-24s %5s/%-5s %7s %9s %8s %8s %8s %8s %6s %8s%n", "done to it", "found", "of", "", "upright", "agreeing",
					"two",
					"wrong", "hashes", "most", "ms");
			RegionRow all = new RegionRow("all");
			for (Map.Entry<Family, RegionRow> row : rows(fixed, 0, seed).entrySet()) {
				say(row.getValue(), all);
			}
			for (Map.Entry<Family, RegionRow> row : rows(false, drawn, seed).entrySet()) {
				say(row.getValue(), all);
			}
			System.out.println(all);
			Answers.require(all.matchesOfOthers() == 0, all.matchesOfOthers() + " times another photograph was found");
		} finally {
			threads.shutdown();
		}
	}

	private static void say(RegionRow row, RegionRow all) {
		System.out.println(row);
		all.add(row);
	}

	/** Lists all photographs. */
	private void list() throws InterruptedException, ExecutionException {
		List<Future<HashRecord>> futures = new ArrayList<>();
		for (Path file : files) {
			futures.add(threads.submit(() -> {
				RgbImage image = new ImageDecoder().decode(file);
				return HashRecord.ofPhoto(PdqHasher.hash(image).hash(), Quality.MAX).withRegions(RegionHasher.ofListed(image));
			}));
		}
		int regions = 0;
		for (Future<HashRecord> future : futures) {
			listed.add(future.get().regions());
			hashes.add(future.get().hash());
			regions += future.get().regions().size();
		}
		System.out.printf("%d photographs, %.1f regions each%n", files.size(), (double) regions / files.size());
	}

	private Map<Family, RegionRow> rows(boolean fixed, int drawn, long seed) throws InterruptedException, ExecutionException {
		Map<Family, RegionRow> rows = new EnumMap<>(Family.class);
		List<Future<?>> futures = new ArrayList<>();
		for (Family family : Family.values()) {
			RegionRow row = new RegionRow(family.word() + (fixed ? "" : ", drawn"));
			if (!fixed && drawn == 0) {
				continue;
			}
			rows.put(family, row);
			for (int photo = 0; photo < files.size(); photo += every) {
				int number = photo;
				futures.add(threads.submit(() -> {
					distort(number, family, fixed, drawn, seed, row);
					return null;
				}));
			}
		}
		for (Future<?> future : futures) {
			future.get();
		}
		return rows;
	}

	private void distort(int photo, Family family, boolean fixed, int drawn, long seed, RegionRow row) throws IOException {
		Picture picture = Distortions.atMost(LONG_SIDE).apply(Pixels.picture(new ImageDecoder().decode(files.get(photo))), 0);
		List<Distortion> distortions = new ArrayList<>(fixed ? Distortions.catalogue(family) : List.of());
		for (int time = 0; time < drawn; time++) {
			distortions.add(Distortions.drawn(family, mixed(seed, photo, family.word().hashCode(), time)));
		}
		for (int i = 0; i < distortions.size(); i++) {
			look(photo, Pixels.image(distortions.get(i).apply(picture, mixed(seed, photo, i, -1))), row);
		}
	}

	private static long mixed(long... values) {
		long mixed = 0;
		for (long value : values) {
			mixed = (mixed ^ value) * 0x9e3779b97f4a7c15L;
			mixed ^= mixed >>> 29;
		}
		return mixed;
	}

	private void look(int photo, RgbImage upload, RegionRow row) {
		long start = ownNanos();
		List<PhotoView.Regions> forms = new ArrayList<>();
		UploadRegions regions = RegionHasher.ofUpload(upload);
		List<List<RegionQuery>> queries = List.of(regions.upright(), regions.mirrored());
		long took = ownNanos() - start;
		for (PhotoView view : PhotoViews.of(upload)) {
			if (view instanceof PhotoView.Regions form) {
				forms.add(form);
			}
		}
		for (int other = 0; other < files.size(); other++) {
			int best = 0;
			boolean upright = false;
			for (int form = 0; form < forms.size(); form++) {
				VerificationResult agreed = GeometricVerification.of(hits(queries.get(form), listed.get(other).list()));
				boolean match = agreed.isEnough() && isMatch(agreed, forms.get(form).alignment(), hashes.get(other), listed.get(other));
				best = match ? Math.max(best, agreed.count()) : best;
				upright |= match && form == 0;
				if (other != photo) {
					row.takeOther(agreed.count(), match);
				}
			}
			if (other == photo) {
				row.take(best, upright, regions.count(), took);
			}
		}
	}

	private static boolean isMatch(VerificationResult agreed, PhotoView.Alignment alignment, Hash256 hash, RegionSet regions) {
		PhotoView.Shown shown = alignment.shown(hash, agreed.placement());
		return agreed.isMatch(shown.hash().distance(hash), () -> Relisted.count(shown.regions(), regions.list()));
	}

	private static long ownNanos() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static Correspondences hits(List<RegionQuery> upload, List<Region> listed) {
		List<int[]> pairs = new ArrayList<>();
		for (int i = 0; i < upload.size(); i++) {
			for (int j = 0; j < listed.size(); j++) {
				if (RegionAcceptance.accepts(upload.get(i), listed.get(j).code())) {
					pairs.add(new int[]{upload.get(i).distance(listed.get(j).code()), i, j});
				}
			}
		}
		return new Correspondences(pairs.stream().map(pair -> upload.get(pair[1]).place()).toArray(RegionGeometry[]::new),
				pairs.stream().map(pair -> listed.get(pair[2]).place()).toArray(RegionGeometry[]::new),
				pairs.stream().mapToInt(pair -> pair[0]).toArray(), pairs.stream().mapToInt(pair -> pair[1]).toArray(),
				pairs.stream().mapToInt(pair -> pair[2]).toArray());
	}
}

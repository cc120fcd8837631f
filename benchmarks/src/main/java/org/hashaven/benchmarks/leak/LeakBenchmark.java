package org.hashaven.benchmarks.leak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.hash.RegionSet;
import org.hashaven.image.ImageDecoder;

/**
 * The attack of someone who holds a list: how much of a photo can be drawn again from its hash and regions.
 *
 * <pre>
 * LeakBenchmark PHOTOS_DIR [FIRST [STEP [COUNT [OUT_DIR|- [curve]]]]]          0 5 10 - no curve
 * </pre>
 *
 * Targets are COUNT photographs in the order of their names, from FIRST on, every STEP-th; attackers learn from all others. For each
 * attacker and {@link Listing} the table has the mean and the range over the targets of each measure of {@link Similarity}. The one with
 * the highest mean correlation counts as the strongest. With OUT_DIR, a picture for each target shows the original and the strongest
 * drawings side by side. With {@code curve}, regions are left out: the larger ones, or all but the best.
 *
 * <p>
 * Fails if the control does not leak clearly more than the hash, and more than the regions, or whole directions not clearly more than what
 * is listed: the attack would then prove nothing. Photographs with people in them must be looked at by eye as well; an attacker with a
 * large generative model is not measured.
 */
public final class LeakBenchmark {

	/** By how much the control must exceed the hash in correlation. */
	private static final double CONTROL_ABOVE_HASH = 0.2;

	/** By how much it must exceed regions, for the attacker who learns nothing: directions, which both have, tell this one nothing. */
	private static final double CONTROL_ABOVE_CODES = 0.05;

	/** By how much regions with whole directions must exceed what is listed. */
	private static final double WHOLE_DIRECTIONS_ABOVE_LISTED = 0.1;

	private static final double[] CURVE_SIZES = {0.15, 0.20, 0.25, 0.30, RegionSet.MAX_SIZE};
	private static final int[] CURVE_COUNTS = {4, 8, 12, RegionSet.MAX_REGIONS};

	private final List<Photo> targets;
	private final ExecutorService threads;

	private LeakBenchmark(List<Photo> targets, ExecutorService threads) {
		this.targets = targets;
		this.threads = threads;
	}

	/** What an attacker drew of each target. */
	private record Drawings(Attacker attacker, List<float[]> pictures, List<Similarity> similarities) {

		private double mean(ToDoubleFunction<Similarity> measure) {
			return similarities.stream().mapToDouble(measure).average().orElseThrow();
		}

		private Drawings stronger(Drawings other) {
			return other.mean(Similarity::correlation) > mean(Similarity::correlation) ? other : this;
		}

		private String cell(ToDoubleFunction<Similarity> measure) {
			return "%5.2f (%5.2f..%4.2f)".formatted(mean(measure), similarities.stream().mapToDouble(measure).min().orElseThrow(),
					similarities.stream().mapToDouble(measure).max().orElseThrow());
		}
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // for the numbers printed below
		int first = args.length > 1 ? Integer.parseInt(args[1]) : 0;
		int step = args.length > 2 ? Integer.parseInt(args[2]) : 5;
		int count = args.length > 3 ? Integer.parseInt(args[3]) : 10;
		try (ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
			List<Photo> targets = new ArrayList<>();
			List<Photo> others = new ArrayList<>();
			List<Photo> photos = photos(Path.of(args[0]), threads);
			for (int i = 0; i < photos.size(); i++) {
				boolean isTarget = i >= first && (i - first) % step == 0 && targets.size() < count;
				(isTarget ? targets : others).add(photos.get(i));
			}
			System.out.printf("%d targets with %.1f regions each, %d photographs to learn from%n", targets.size(),
					targets.stream().mapToInt(photo -> photo.regions().size()).average().orElseThrow(), others.size());
			new LeakBenchmark(targets, threads).run(others, args.length > 4 ? args[4] : "-", args.length > 5);
		}
	}

	private static List<Photo> photos(Path folder, ExecutorService threads) throws IOException, InterruptedException, ExecutionException {
		try (Stream<Path> paths = Files.list(folder)) {
			return forEach(paths.filter(Files::isRegularFile).sorted().toList(), threads,
					file -> Photo.of(file.getFileName().toString(), new ImageDecoder().decode(file)));
		}
	}

	/** Applied to one element. */
	private interface Step<T, R> {
		R apply(T element) throws IOException;
	}

	private static <T, R> List<R> forEach(List<T> elements, ExecutorService threads, Step<T, R> step)
			throws InterruptedException, ExecutionException {
		List<Future<R>> futures = new ArrayList<>();
		for (T element : elements) {
			futures.add(threads.submit(() -> step.apply(element)));
		}
		List<R> results = new ArrayList<>();
		for (Future<R> future : futures) {
			results.add(future.get());
		}
		return results;
	}

	private void run(List<Photo> others, String out, boolean withCurve) throws IOException, InterruptedException, ExecutionException {
		Attacker untrained = Attacker.untrained();
		List<Attacker> attackers = new ArrayList<>(List.of(untrained, Attacker.untrainedByGradient()));
		attackers.addAll(Attacker.trained(others));
		System.out.printf("%-38s %-32s %-18s %-18s %-18s%n", "listed", "attacker", "correlation", "SSIM", "band-passed");
		Map<Listing, Drawings> ofUntrained = new EnumMap<>(Listing.class);
		Map<Listing, Drawings> strongest = new EnumMap<>(Listing.class);
		for (Listing listing : Listing.values()) {
			for (Attacker attacker : attackers) {
				if (attacker.draws(listing)) {
					Drawings drawings = print(listing.title(), attacker, listing, Photo::allRegions);
					strongest.merge(listing, drawings, Drawings::stronger);
					if (attacker.equals(untrained)) {
						ofUntrained.put(listing, drawings);
					}
				}
			}
		}
		System.out.println("the strongest attackers:");
		strongest.forEach((listing, drawings) -> print(listing.title(), drawings));
		if (!out.equals("-")) {
			draw(Path.of(out), strongest.values());
		}
		if (withCurve) {
			curve(Listing.LISTED, Objects.requireNonNull(strongest.get(Listing.LISTED)).attacker);
		}
		double hash = correlation(strongest, Listing.HASH);
		double control = correlation(strongest, Listing.PLAIN);
		Answers.require(control >= hash + CONTROL_ABOVE_HASH, "the control leaks %.2f, the hash %.2f".formatted(control, hash));
		double listed = correlation(strongest, Listing.LISTED);
		double whole = correlation(strongest, Listing.WHOLE_DIRECTIONS);
		Answers.require(whole >= listed + WHOLE_DIRECTIONS_ABOVE_LISTED,
				"whole directions leak %.2f, what is listed %.2f".formatted(whole, listed));
		double codes = correlation(ofUntrained, Listing.REGIONS);
		double plainCodes = correlation(ofUntrained, Listing.PLAIN);
		Answers.require(plainCodes >= codes + CONTROL_ABOVE_CODES,
				"codes of plain signs leak %.2f, codes of products %.2f".formatted(plainCodes, codes));
	}

	private static double correlation(Map<Listing, Drawings> drawings, Listing listing) {
		return Objects.requireNonNull(drawings.get(listing)).mean(Similarity::correlation);
	}

	private Drawings print(String title, Attacker attacker, Listing listing, Function<Photo, List<Integer>> regions)
			throws InterruptedException, ExecutionException {
		List<float[]> pictures = forEach(targets, threads, photo -> attacker.draw(photo, listing, regions.apply(photo)));
		List<Similarity> similarities = new ArrayList<>();
		for (int i = 0; i < targets.size(); i++) {
			similarities.add(Similarity.of(targets.get(i).small(), pictures.get(i)));
		}
		Drawings drawings = new Drawings(attacker, pictures, similarities);
		print(title, drawings);
		return drawings;
	}

	private static void print(String title, Drawings drawings) {
		System.out.printf("%-38s %-32s %-18s %-18s %-18s%n", title, drawings.attacker.name(), drawings.cell(Similarity::correlation),
				drawings.cell(Similarity::ssim), drawings.cell(Similarity::band));
	}

	private void draw(Path folder, Collection<Drawings> strongest) throws IOException {
		Files.createDirectories(folder);
		for (int i = 0; i < targets.size(); i++) {
			ContactSheet sheet = new ContactSheet(targets.get(i).small());
			for (Drawings drawings : strongest) {
				sheet.add(drawings.pictures.get(i));
			}
			sheet.write(folder.resolve(targets.get(i).name() + ".png"));
		}
	}

	private void curve(Listing listing, Attacker attacker) throws InterruptedException, ExecutionException {
		System.out.println("curve: " + listing.title());
		for (double size : CURVE_SIZES) {
			print("of size up to %.2f".formatted(size), attacker, listing, photo -> photo.regions(size, RegionSet.MAX_REGIONS));
		}
		for (int count : CURVE_COUNTS) {
			print("the best %d".formatted(count), attacker, listing, photo -> photo.regions(RegionSet.MAX_SIZE, count));
		}
	}
}

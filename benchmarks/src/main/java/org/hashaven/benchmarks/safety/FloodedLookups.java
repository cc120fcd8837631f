package org.hashaven.benchmarks.safety;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hashaven.benchmarks.Pixels;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.MillionRecords;
import org.hashaven.hash.Quality;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.RecordLoader;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.region.RegionHasher;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.view.PhotoViews;

/**
 * The worst that a list can do to the lookup of an upload that its maker knows, or has made for it.
 *
 * <pre>
 * FloodedLookups [PHOTOS [MINUTES [SEED]]]          100000 120 1
 * </pre>
 *
 * Each attack lists half as many photos by a {@link FloodRecipe}: two of three change one thing of the worst so far, the others are drawn
 * at random, until MINUTES have passed. What is measured is the thread's own time for one whole lookup, as a multiple of that of an
 * ordinary one: the median of strangers in an index of PHOTOS honest photos. Fails if the worst takes more than {@value #MAX_MULTIPLE}
 * times an ordinary lookup, or if an answer that finds something neither blocks nor says that it is undecided.
 */
public final class FloodedLookups {

	private static final int MAX_MULTIPLE = 20;
	private static final int WIDTH = 640;
	private static final int HEIGHT = 480;
	private static final int STRANGERS = 20;
	private static final int HONEST = 500;
	private static final int ROUNDS = 3;

	private final SplittableRandom random;
	private final int photos;
	private final List<HashRecord> honest = new ArrayList<>();
	private final PdqWorkspace workspace = new PdqWorkspace();

	private FloodedLookups(int photos, long seed) {
		this.photos = photos;
		random = new SplittableRandom(seed);
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // for the numbers printed below
		int photos = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
		double minutes = args.length > 1 ? Double.parseDouble(args[1]) : 120;
		new FloodedLookups(photos, args.length > 2 ? Long.parseLong(args[2]) : 1).run(minutes);
	}

	private void run(double minutes) throws IOException {
		long end = System.nanoTime() + (long) (minutes * 60e9);
		for (int number = 0; number < HONEST; number++) {
			RgbImage image = Pixels.image(PictureGenerator.photo(number, WIDTH, HEIGHT));
			honest.add(HashRecord.ofPhoto(PdqHasher.hash(image).hash(), Quality.MAX).withRegions(RegionHasher.ofListed(image)));
		}
		double ordinary = ordinary();
		System.out.printf("ordinary: %.1f ms of a stranger among %,d photos listed with regions%n", ordinary, photos);
		FloodRecipe worst = FloodRecipe.random(random);
		double most = 0;
		int attacks = 0;
		while (System.nanoTime() < end) {
			FloodRecipe recipe = attacks % 3 == 2 ? FloodRecipe.random(random) : worst.changed(random);
			double multiple = attack(recipe) / ordinary;
			attacks++;
			if (multiple > most) {
				most = multiple;
				worst = recipe;
				System.out.printf("attack %d: %.1f times an ordinary lookup, by %s%n", attacks, most, recipe);
			}
		}
		System.out.printf("%d attacks, the worst %.1f times an ordinary lookup%n", attacks, most);
		Answers.require(attacks > 0 && most <= MAX_MULTIPLE, "a lookup took %.1f times an ordinary one".formatted(most));
	}

	/** Median over strangers, in milliseconds. */
	private double ordinary() throws IOException {
		Path folder = Files.createTempDirectory("flooded-lookups");
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			try (RecordLoader loader = index.loader(Bank.DEFAULT.name(), ids -> {
				// not needed
			})) {
				for (int photo = 0; photo < photos; photo++) {
					loader.add(FloodRecipe.moved(honest.get(photo % HONEST), random));
				}
				loader.commit();
			}
			index.compact();
			double[] times = new double[STRANGERS * ROUNDS];
			for (int round = -1; round < ROUNDS; round++) {
				for (int i = 0; i < STRANGERS; i++) {
					double time = time(index, Pixels.image(PictureGenerator.photo(HONEST + i, WIDTH, HEIGHT)));
					times[Math.max(round, 0) * STRANGERS + i] = time;
				}
			}
			Arrays.sort(times);
			return times[times.length / 2];
		} finally {
			MillionRecords.delete(folder);
		}
	}

	/** The longest of a few lookups after one that is not counted, in milliseconds. */
	private double attack(FloodRecipe recipe) throws IOException {
		RgbImage upload = recipe.upload(WIDTH, HEIGHT);
		List<HashRecord> flood = recipe.records(upload, photos / 2, random);
		Path folder = Files.createTempDirectory("flooded-lookups");
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			int segment = Math.max(1, flood.size() / recipe.segments());
			for (int from = 0; from < flood.size(); from += segment) {
				index.add(Bank.DEFAULT.name(), flood.subList(from, Math.min(from + segment, flood.size())));
			}
			double longest = 0;
			for (int round = -1; round < ROUNDS; round++) {
				double time = time(index, upload);
				longest = round < 0 ? 0 : Math.max(longest, time);
			}
			return longest;
		} finally {
			MillionRecords.delete(folder);
		}
	}

	private double time(HashIndex index, RgbImage upload) throws IOException {
		long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		MatchResult<PhotoMatch> result = index.match(new Query.Photo(PhotoViews.of(upload, workspace)), MatchOptions.DEFAULT);
		double took = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
		Answers.require(result.blocks() || result.isUndecided() || result.matches().isEmpty(), "a match to block that does not block");
		return took;
	}
}

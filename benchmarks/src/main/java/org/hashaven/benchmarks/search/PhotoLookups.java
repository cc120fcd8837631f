package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashaven.benchmarks.Pixels;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Quality;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.ImageDecoder;
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
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.view.PhotoViews;

/**
 * What it costs to look up a photo that nobody listed, in all ways, on one thread: nearly all uploads of a platform are of this sort.
 *
 * <pre>
 * PhotoLookups PHOTOS_DIR [photos [rounds]]          1000000 5
 * </pre>
 *
 * Two lists of so many photos: one of hashes alone, and one in which each photo has its regions as well. They are those of 1,000 generated
 * pictures and, to make up the number, the same with {@value #MIN_MOVED_BITS} and more bits of each hash, and as large a part of each
 * region's code, changed, so that they lie in clusters as those of photographs do. Every photograph of the folder is looked up in both;
 * none of them is listed, and each must match nothing. Then each is listed, mirrored copies are looked up, and must be found.
 */
public final class PhotoLookups {

	private static final long SEED = 7;
	private static final int ORIGINALS = 1_000;
	private static final int WIDTH = 400;
	private static final int HEIGHT = 300;
	private static final int MIN_MOVED_BITS = 40;
	private static final int MAX_MOVED_BITS = 80;

	private final SplittableRandom random = new SplittableRandom(SEED);
	private final PdqWorkspace workspace = new PdqWorkspace();
	private final List<HashRecord> originals;
	private final List<RgbImage> uploads;
	private final int rounds;

	private PhotoLookups(List<HashRecord> originals, List<RgbImage> uploads, int rounds) {
		this.originals = originals;
		this.uploads = uploads;
		this.rounds = rounds;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		int photos = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
		int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
		Path folder = Files.createTempDirectory("photo-lookups");
		try {
			new PhotoLookups(originals(), uploads(Path.of(args[0])), rounds).run(folder, photos);
		} finally {
			MillionRecords.delete(folder);
		}
	}

	private static List<HashRecord> originals() {
		long start = System.nanoTime();
		List<HashRecord> originals = IntStream.range(0, ORIGINALS).parallel().mapToObj(number -> {
			RgbImage image = Pixels.image(PictureGenerator.photo(number, WIDTH, HEIGHT));
			return HashRecord.ofPhoto(PdqHasher.hash(image).hash(), Quality.MAX).withRegions(RegionHasher.ofListed(image));
		}).toList();
		System.out.printf("%,d generated pictures, %.1f regions each, in %.0f s%n", ORIGINALS,
				originals.stream().mapToInt(record -> record.regions().size()).average().orElse(0), seconds(start));
		return originals;
	}

	private static List<RgbImage> uploads(Path folder) throws IOException {
		List<RgbImage> uploads = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.sorted().toList()) {
				uploads.add(new ImageDecoder().decode(file));
			}
		}
		return uploads;
	}

	private void run(Path folder, int photos) throws IOException {
		try (HashIndex index = HashIndex.create(folder.resolve("one-hash"))) {
			load(index, photos, false);
			time("one-hash list, plain", index, true);
			time("one-hash list, all views", index, false);
		}
		try (HashIndex index = HashIndex.create(folder.resolve("regions"))) {
			load(index, photos, true);
			time("list with regions, all ways", index, false);
			findListed(index);
		}
	}

	private void load(HashIndex index, int photos, boolean regions) throws IOException {
		long start = System.nanoTime();
		try (RecordLoader loader = index.loader(Bank.DEFAULT.name(), ids -> {
			// nobody asks for them again
		})) {
			for (int photo = 0; photo < photos; photo++) {
				HashRecord original = originals.get(photo % ORIGINALS);
				HashRecord moved = HashRecord.ofPhoto(moved(original.hash(), photo), Quality.MAX);
				loader.add(regions ? moved.withRegions(moved(original.regions(), photo)) : moved);
			}
			loader.commit();
		}
		index.compact();
		System.out.printf("%,d records and %,d regions listed in %.0f s, %.0f bytes a photo%n", index.stats().records(),
				index.stats().regions(), seconds(start), (double) index.stats().sizeBytes() / photos);
	}

	private RegionSet moved(RegionSet regions, int photo) {
		if (photo < ORIGINALS || regions.isEmpty()) {
			return regions;
		}
		while (true) {
			RegionSet.Builder moved = new RegionSet.Builder();
			for (Region region : regions.list()) {
				Region other = new Region(moved(region.code()), region.place());
				if (moved.accepts(other)) { // else it has come too near to another one
					moved.add(other);
				}
			}
			if (moved.size() == regions.size()) {
				return moved.build();
			}
		}
	}

	private long moved(long code) {
		int bits = (MIN_MOVED_BITS + random.nextInt(MAX_MOVED_BITS - MIN_MOVED_BITS + 1)) * Region.CODE_BITS / Hash256.BITS;
		long mask = 0;
		while (Long.bitCount(mask) < bits) {
			mask |= 1L << random.nextInt(Region.CODE_BITS);
		}
		return code ^ mask;
	}

	private Hash256 moved(Hash256 hash, int photo) {
		if (photo < ORIGINALS) {
			return hash;
		}
		int bits = MIN_MOVED_BITS + random.nextInt(MAX_MOVED_BITS - MIN_MOVED_BITS + 1);
		long[] words = HashPopulation.near(new long[]{hash.word(0), hash.word(1), hash.word(2), hash.word(3)}, bits, random);
		return Hash256.ofWords(words[0], words[1], words[2], words[3]);
	}

	private void time(String what, HashIndex index, boolean plain) throws IOException {
		double[] milliseconds = new double[uploads.size() * rounds];
		long hashes = 0;
		for (int i = -uploads.size(); i < milliseconds.length; i++) { // a round first that is not counted
			RgbImage upload = uploads.get(Math.floorMod(i, uploads.size()));
			long start = System.nanoTime();
			boolean found;
			int asked = 1;
			if (plain) {
				found = !index.match(PdqHasher.hash(upload, workspace).hash(), MatchOptions.DEFAULT).matches().isEmpty();
			} else {
				MatchResult<PhotoMatch> result = index.match(new Query.Photo(PhotoViews.of(upload, workspace)), MatchOptions.DEFAULT);
				found = !result.matches().isEmpty();
				asked = result.stats().hashes();
			}
			double took = (System.nanoTime() - start) / 1e6;
			Answers.require(!found, "a photograph matches though none is listed");
			if (i >= 0) {
				milliseconds[i] = took;
				hashes += asked;
			}
		}
		System.out.printf("%s: median %.2f ms, p99 %.2f ms, %.0f hashes looked up%n", what, Percentile.median(milliseconds),
				Percentile.of(milliseconds, 99), (double) hashes / milliseconds.length);
	}

	/** That nothing is found above would prove little if nothing could be. */
	private void findListed(HashIndex index) throws IOException {
		List<String> ids = new ArrayList<>();
		for (RgbImage upload : uploads) {
			HashRecord record = HashRecord.ofPhoto(PdqHasher.hash(upload, workspace).hash(), Quality.MAX);
			ids.addAll(index.add(Bank.DEFAULT.name(), List.of(record.withRegions(RegionHasher.ofListed(upload)))));
		}
		for (int i = 0; i < uploads.size(); i++) {
			String id = ids.get(i);
			MatchResult<PhotoMatch> result = index.match(new Query.Photo(PhotoViews.of(mirrored(uploads.get(i)), workspace)),
					MatchOptions.DEFAULT);
			Answers.require(result.matches().stream().allMatch(match -> match.id().equals(id)), "a photograph is taken for another");
			Answers.require(result.blocks(), "a mirrored photograph is not found");
		}
		System.out.printf("%d listed, mirrored and found again%n", ids.size());
	}

	private static RgbImage mirrored(RgbImage image) {
		return Pixels.image(Distortions.named("mirror").apply(Pixels.picture(image), 0));
	}

	private static double seconds(long start) {
		return (System.nanoTime() - start) / 1e9;
	}
}

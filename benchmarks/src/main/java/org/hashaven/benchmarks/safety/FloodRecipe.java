package org.hashaven.benchmarks.safety;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.hashaven.benchmarks.Pixels;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Quality;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.testdata.hashes.HashPopulation;
import org.hashaven.samples.pictures.PictureGenerator;

/**
 * How a list is made so that the lookup of one upload costs much.
 *
 * @param seed
 *            of the upload, and of which of its regions are listed
 * @param tiles
 *            how often the upload repeats one picture in either direction, so that many of its regions are alike
 * @param regions
 *            of each record
 * @param flipped
 *            bits changed in each code, so that tables, scans and sketches are all passed
 * @param inPlace
 *            whether the regions lie as in the upload: else they agree with nothing
 * @param scale
 *            of their places, if they do
 * @param wholeBits
 *            distance of the listed hash from the upload's
 * @param alike
 *            whether all records have the same codes
 * @param segments
 *            in which the index holds them, at least before merging
 */
record FloodRecipe(long seed, int tiles, int regions, int flipped, boolean inPlace, double scale, int wholeBits, boolean alike,
		int segments) {

	private static final int MAX_TILES = 6;
	private static final int MAX_FLIPPED = 14;
	private static final int MAX_WHOLE_BITS = 130;
	private static final int MAX_SEGMENTS = 30;
	private static final int MAX_TRIES = 300;

	static FloodRecipe random(SplittableRandom random) {
		return new FloodRecipe(random.nextLong(1_000), random.nextInt(1, MAX_TILES + 1),
				random.nextInt(RegionSet.MIN_REGIONS, RegionSet.MAX_REGIONS + 1), random.nextInt(MAX_FLIPPED + 1), random.nextBoolean(),
				random.nextDouble(0.6, 1.4), random.nextInt(MAX_WHOLE_BITS + 1), random.nextBoolean(), random.nextInt(1, MAX_SEGMENTS + 1));
	}

	/** The same with one thing drawn anew. */
	FloodRecipe changed(SplittableRandom random) {
		FloodRecipe other = random(random);
		int what = random.nextInt(9);
		return new FloodRecipe(what == 0 ? other.seed : seed, what == 1 ? other.tiles : tiles, what == 2 ? other.regions : regions,
				what == 3 ? other.flipped : flipped, (what == 4) != inPlace, what == 5 ? other.scale : scale,
				what == 6 ? other.wholeBits : wholeBits, (what == 7) != alike, what == 8 ? other.segments : segments);
	}

	RgbImage upload(int width, int height) {
		RgbImage tile = Pixels.image(PictureGenerator.photo(seed, width / tiles, height / tiles));
		byte[] samples = new byte[width * height * 3];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int from = (y % tile.height() * tile.width() + x % tile.width()) * 3;
				System.arraycopy(tile.samples(), from, samples, (y * width + x) * 3, 3);
			}
		}
		return RgbImage.ofRgb(width, height, samples);
	}

	/** Makes records, each of which keeps the rules of an index. */
	List<HashRecord> records(RgbImage upload, int count, SplittableRandom random) {
		List<Region> own = new ArrayList<>(RegionCodes.ofUpload(upload));
		Collections.shuffle(own, new Random(seed));
		Hash256 whole = PdqHasher.hash(upload).hash();
		long[] words = {whole.word(0), whole.word(1), whole.word(2), whole.word(3)};
		List<HashRecord> records = new ArrayList<>();
		RegionSet set = RegionSet.NONE;
		for (int number = 0; number < count; number++) {
			if (!alike || number == 0) {
				set = set(own, random);
			}
			long[] near = HashPopulation.near(words, wholeBits, random);
			records.add(HashRecord.ofPhoto(Hash256.ofWords(near[0], near[1], near[2], near[3]), Quality.MAX).withRegions(set));
		}
		return records;
	}

	/** Regions of the upload, changed a little; none if it has too few that differ. */
	private RegionSet set(List<Region> own, SplittableRandom random) {
		RegionSet.Builder set = new RegionSet.Builder();
		int first = alike ? 0 : random.nextInt(Math.max(1, own.size()));
		for (int i = 0; i < Math.min(own.size(), MAX_TRIES) && set.size() < regions; i++) {
			Region region = own.get((first + i) % own.size());
			Region listed = new Region(flipped(region.code(), random), RegionGeometry.ofPacked(place(region.place(), random).packed()));
			if (set.accepts(listed)) {
				set.add(listed);
			}
		}
		return set.build();
	}

	private long flipped(long code, SplittableRandom random) {
		long mask = 0;
		while (Long.bitCount(mask) < flipped) {
			mask |= 1L << random.nextInt(Region.CODE_BITS);
		}
		return code ^ mask;
	}

	private RegionGeometry place(RegionGeometry place, SplittableRandom random) {
		double size = Math.clamp(place.size() * scale, RegionGeometry.MIN_SIZE, RegionSet.MAX_SIZE);
		return inPlace
				? new RegionGeometry(Math.clamp(place.x() * scale, -0.5, 0.5), Math.clamp(place.y() * scale, -0.5, 0.5), size)
				: new RegionGeometry(random.nextDouble(-0.5, 0.5), random.nextDouble(-0.5, 0.5), size);
	}

	/** An honest record with some bits of its codes changed, so that honest ones lie in clusters as photographs do. */
	static HashRecord moved(HashRecord record, SplittableRandom random) {
		Hash256 whole = record.hash();
		long[] words = HashPopulation.near(new long[]{whole.word(0), whole.word(1), whole.word(2), whole.word(3)},
				random.nextInt(40, 80), random);
		RegionSet.Builder set = new RegionSet.Builder();
		for (Region region : record.regions().list()) {
			long mask = 0;
			while (Long.bitCount(mask) < 15) {
				mask |= 1L << random.nextInt(Region.CODE_BITS);
			}
			Region moved = new Region(region.code() ^ mask, region.place());
			if (set.accepts(moved)) {
				set.add(moved);
			}
		}
		return HashRecord.ofPhoto(Hash256.ofWords(words[0], words[1], words[2], words[3]), Quality.MAX).withRegions(set.build());
	}
}

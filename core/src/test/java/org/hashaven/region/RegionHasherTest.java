package org.hashaven.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.image.RgbImage;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.pictures.PictureKind;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Regions of generated pictures: their number, their places, and how those of a changed picture are related to them. */
public class RegionHasherTest {

	/** A lookup takes what is no further away than this; see {@link RegionQuery#distance}. */
	private static final int RADIUS = 414;

	public static RgbImage image(Picture picture) {
		return picture.channels() == 1
				? RgbImage.ofGrey(picture.width(), picture.height(), picture.samples())
				: RgbImage.ofRgb(picture.width(), picture.height(), picture.samples());
	}

	private static Picture photo(long seed) {
		return PictureGenerator.photo(seed, 640, 480);
	}

	private static void assertValid(RgbImage image, String described) {
		assertKeepsRules(RegionHasher.ofListed(image), described);
		UploadRegions upload = RegionHasher.ofUpload(image);
		assertThat(upload.upright()).as(described).hasSizeLessThanOrEqualTo(RegionHasher.MAX_UPLOAD);
		assertThat(upload.mirrored()).as(described).hasSize(upload.count());
	}

	/** The rules once more, written here anew. */
	private static void assertKeepsRules(RegionSet set, String described) {
		assertThat(set.mayBePassedOn()).isFalse();
		if (set.isEmpty()) {
			return;
		}
		List<Region> listed = set.list();
		assertThat(listed).as(described).hasSizeBetween(4, 16);
		double furthest = 0;
		for (int i = 0; i < listed.size(); i++) {
			RegionGeometry own = listed.get(i).place();
			assertThat(own.size()).as(described).isBetween(RegionGeometry.MIN_SIZE, 0.36);
			assertThat(RegionGeometry.ofPacked(own.packed())).as("%s: as it is written", described).isEqualTo(own);
			for (int j = 0; j < i; j++) {
				RegionGeometry other = listed.get(j).place();
				double apart = Math.hypot(own.x() - other.x(), own.y() - other.y());
				double ratio = Math.max(own.size(), other.size()) / Math.min(own.size(), other.size());
				assertThat(Long.bitCount(listed.get(i).code() ^ listed.get(j).code())).as(described).isGreaterThanOrEqualTo(15);
				assertThat(apart >= 0.25 * Math.min(own.size(), other.size()) || ratio >= 1.5).as(described).isTrue();
				furthest = Math.max(furthest, apart);
			}
		}
		assertThat(furthest).as(described).isGreaterThanOrEqualTo(0.25);
		assertThat(covered(listed)).as(described).isLessThan(0.44);
	}

	/** The part of the square over the longer side that lies in the inner four fifths of some region. */
	private static double covered(List<Region> listed) {
		int steps = 200;
		int inside = 0;
		for (int i = 0; i < steps * steps; i++) {
			double x = (i % steps + 0.5) / steps - 0.5;
			double y = (Math.floorDiv(i, steps) + 0.5) / steps - 0.5;
			inside += listed.stream().map(Region::place).anyMatch(place -> {
				return Math.max(Math.abs(x - place.x()), Math.abs(y - place.y())) < 0.4 * place.size();
			}) ? 1 : 0;
		}
		return inside / (double) (steps * steps);
	}

	@Test
	void ofListed_picturesOfAnyKindAndSize_keepsTheRules() {
		for (PictureKind kind : PictureKind.values()) {
			assertValid(image(PictureGenerator.picture(kind, 3, 300, 200)), kind.word());
		}
		for (int[] size : new int[][]{{1, 1}, {2, 1}, {1, 700}, {5, 5}, {13, 12}, {64, 48}, {5_000, 3}, {3, 5_000}, {1_000, 700}}) {
			byte[] samples = new byte[size[0] * size[1] * 3];
			new Random(5).nextBytes(samples);
			assertValid(RgbImage.ofRgb(size[0], size[1], samples), size[0] + " x " + size[1]);
		}
	}

	@Test
	void ofListed_photosOfManySeeds_keepsTheRules() {
		long seed = Seeds.next();
		int withRegions = 0;
		for (int i = 0; i < 16; i++) {
			RegionSet listed = RegionHasher.ofListed(image(PictureGenerator.photo(seed + i, 320 + 40 * i, 400)));
			assertKeepsRules(listed, Seeds.describe(seed) + ", " + i);
			withRegions += listed.isEmpty() ? 0 : 1;
		}
		assertThat(withRegions).as(Seeds.describe(seed)).isGreaterThan(8);
	}

	@Test
	void ofListed_lowDetail_hasNone() {
		for (PictureKind kind : List.of(PictureKind.FLAT, PictureKind.GRADIENT, PictureKind.STRIPES)) {
			RgbImage image = image(PictureGenerator.picture(kind, 1, 640, 480));
			assertThat(RegionHasher.ofListed(image)).as(kind.word()).isEqualTo(RegionSet.NONE);
			assertThat(RegionHasher.ofUpload(image).upright()).as(kind.word()).isEmpty();
		}
	}

	/** The edge of a sea, with the noise and dither that skies have. */
	@Test
	void ofListed_horizon_hasNone() {
		byte[] samples = new byte[640 * 480];
		Random random = new Random(9);
		for (int i = 0; i < samples.length; i++) {
			int row = i / 640;
			samples[i] = (byte) Math.clamp(Math.round((row < 200 ? 180 + row / 10.0 : 60 + row / 20.0) + random.nextGaussian()), 0, 255);
		}
		assertThat(RegionHasher.ofListed(RgbImage.ofGrey(640, 480, samples))).isEqualTo(RegionSet.NONE);
	}

	@Test
	void ofListed_samePicture_isTheSame() {
		RgbImage image = image(photo(1));
		RegionSet listed = RegionHasher.ofListed(image);
		assertThat(RegionHasher.ofListed(image)).isEqualTo(listed).isNotEqualTo(RegionSet.NONE);
		List<RegionQuery> upload = RegionHasher.ofUpload(image).upright();
		List<RegionQuery> again = RegionHasher.ofUpload(image).upright();
		assertThat(again).extracting(RegionQuery::code).isEqualTo(upload.stream().map(RegionQuery::code).toList());
		assertThat(again).extracting(RegionQuery::place).isEqualTo(upload.stream().map(RegionQuery::place).toList());
	}

	@Test
	void ofUpload_samePicture_hasEachListedRegionExactly() {
		RgbImage image = image(photo(1));
		List<RegionQuery> upload = RegionHasher.ofUpload(image).upright();
		assertThat(found(RegionHasher.ofListed(image), upload, 0, (x, y) -> x, (x, y) -> y)).isGreaterThan(0.9);
	}

	@Test
	void ofUpload_smallerCopy_hasListedRegions() {
		assertThat(foundInCopies(picture -> Distortions.atMost(300).apply(picture, 0), (x, y) -> x, (x, y) -> y)).isGreaterThan(0.85);
	}

	@Test
	void ofUpload_turnedCopy_hasListedRegions() {
		double cosine = Math.cos(Math.toRadians(6));
		double sine = Math.sin(Math.toRadians(6));
		assertThat(foundInCopies(picture -> Distortions.rotation(6).apply(picture, 0), (x, y) -> cosine * x + sine * y,
				(x, y) -> cosine * y - sine * x)).isGreaterThan(0.75);
	}

	@Test
	void ofUpload_noisyCopy_hasListedRegions() {
		assertThat(foundInCopies(RegionHasherTest::noisy, (x, y) -> x, (x, y) -> y)).isGreaterThan(0.75);
	}

	/** At the places of other photos' regions there is nothing alike. */
	@Test
	void ofUpload_otherPhotos_haveHardlyAnyListedRegion() {
		int near = 0;
		int compared = 0;
		for (long seed = 0; seed < 4; seed++) {
			RegionSet listed = RegionHasher.ofListed(image(photo(seed)));
			for (RegionQuery query : RegionHasher.ofUpload(image(photo(seed + 1))).upright()) {
				for (Region region : listed.list()) {
					compared++;
					near += query.distance(region.code()) <= RADIUS ? 1 : 0;
				}
			}
		}
		assertThat(compared).isGreaterThan(4_000);
		assertThat(near / (double) compared).isLessThan(0.001);
	}

	private interface Change {
		Picture apply(Picture picture);
	}

	private static Picture noisy(Picture picture) {
		Random random = new Random(4);
		byte[] samples = picture.samples().clone();
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (byte) Math.clamp(Math.round(Byte.toUnsignedInt(samples[i]) + 12 * random.nextGaussian()), 0, 255);
		}
		return picture.channels() == 1
				? Picture.ofGrey(picture.width(), picture.height(), samples)
				: Picture.ofRgb(picture.width(), picture.height(), samples);
	}

	/** The part of the listed regions of some photos that is found in their copies, at the place where it must be. */
	private static double foundInCopies(Change change, DoubleBinaryOperator toX, DoubleBinaryOperator toY) {
		double found = 0;
		for (long seed = 0; seed < 4; seed++) {
			Picture picture = photo(seed);
			RegionSet listed = RegionHasher.ofListed(image(picture));
			assertThat(listed.size()).as("%d", seed).isGreaterThan(5);
			double part = found(listed, RegionHasher.ofUpload(image(change.apply(picture))).upright(), RADIUS, toX, toY);
			found += part / 4;
		}
		return found;
	}

	private static double found(RegionSet listed, List<RegionQuery> upload, int radius, DoubleBinaryOperator toX,
			DoubleBinaryOperator toY) {
		long found = listed.list().stream().filter(region -> upload.stream().anyMatch(query -> {
			RegionGeometry place = region.place();
			double x = toX.applyAsDouble(place.x(), place.y());
			double y = toY.applyAsDouble(place.x(), place.y());
			return query.distance(region.code()) <= radius && Math.hypot(query.place().x() - x, query.place().y() - y) < 0.02;
		})).count();
		return (double) found / listed.size();
	}

	@Test
	void mirrored_anyPhoto_isTheRegionsOfTheMirroredPhoto() {
		Picture picture = photo(2);
		List<RegionQuery> mirrored = RegionHasher.ofUpload(image(picture)).mirrored();
		List<RegionQuery> expected = RegionHasher.ofUpload(image(Distortions.named("mirror").apply(picture, 0))).upright();
		assertThat(expected).hasSizeGreaterThan(50);
		long found = expected.stream().filter(each -> mirrored.stream().anyMatch(other -> isSame(each, other))).count();
		assertThat((double) found / expected.size()).isGreaterThan(0.75);
	}

	private static boolean isSame(RegionQuery a, RegionQuery b) {
		return a.distance(b.code()) <= RADIUS && Math.abs(a.place().x() - b.place().x()) < 0.01
				&& Math.abs(a.place().y() - b.place().y()) < 0.01 && Math.abs(Math.log(a.place().size() / b.place().size())) < 0.1;
	}

	/** An index looks for runs of bits: each must be set about as often as not, and be no copy of another, nor its opposite. */
	@Test
	void ofUpload_manyPhotos_hasBalancedIndependentBits() {
		int[] set = new int[Region.CODE_BITS];
		int[][] equal = new int[Region.CODE_BITS][Region.CODE_BITS];
		int count = 0;
		for (long seed = 0; seed < 8; seed++) {
			for (RegionQuery query : RegionHasher.ofUpload(image(photo(seed))).upright()) {
				count++;
				for (int bit = 0; bit < set.length; bit++) {
					set[bit] += (int) (query.code() >>> bit & 1);
					for (int other = 0; other < bit; other++) {
						equal[bit][other] += (query.code() >>> bit & 1) == (query.code() >>> other & 1) ? 1 : 0;
					}
				}
			}
		}
		assertThat(count).isGreaterThan(800);
		int balanced = 0;
		for (int bit = 0; bit < set.length; bit++) {
			double part = (double) set[bit] / count;
			assertThat(part).as("bit %d", bit).isBetween(0.2, 0.8);
			balanced += part > 0.4 && part < 0.6 ? 1 : 0;
			for (int other = 0; other < bit; other++) {
				assertThat((double) equal[bit][other] / count).as("bits %d and %d", bit, other).isBetween(0.35, 0.65);
			}
		}
		assertThat(balanced).isGreaterThanOrEqualTo(60);
	}

	@Test
	void toString_uploadRegions_showsOnlyHowMany() {
		UploadRegions upload = RegionHasher.ofUpload(image(photo(1)));
		assertThat(upload).hasToString("UploadRegions[" + upload.count() + "]");
	}
}

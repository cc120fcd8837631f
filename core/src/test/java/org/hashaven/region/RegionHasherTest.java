package org.hashaven.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionPlace;
import org.hashaven.image.RgbImage;
import org.hashaven.testdata.distortions.Distortions;
import org.hashaven.testdata.pictures.Picture;
import org.hashaven.testdata.pictures.PictureGenerator;
import org.hashaven.testdata.pictures.PictureKind;
import org.junit.jupiter.api.Test;

/** Regions of generated pictures: their number, their places, and how those of a changed picture are related to them. */
class RegionHasherTest {

	private static final int RADIUS = 31;

	static RgbImage image(Picture picture) {
		return picture.channels() == 1
				? RgbImage.ofGrey(picture.width(), picture.height(), picture.samples())
				: RgbImage.ofRgb(picture.width(), picture.height(), picture.samples());
	}

	private static Picture photo(long seed) {
		return PictureGenerator.photo(seed, 640, 480);
	}

	private static void assertValid(RgbImage image) {
		List<Region> listed = RegionHasher.ofListed(image);
		UploadRegions upload = RegionHasher.ofUpload(image);
		assertThat(listed).hasSizeLessThanOrEqualTo(Region.MAX_LISTED);
		for (Region region : listed) {
			assertThat(RegionPlace.ofPacked(region.place().packed()).size()).isBetween(RegionPlace.MIN_SIZE, 1.0);
		}
		assertThat(upload.upright()).hasSizeLessThanOrEqualTo(RegionHasher.MAX_UPLOAD);
		assertThat(upload.mirrored()).hasSize(upload.count());
		assertThat(upload.inverted()).hasSize(upload.count());
	}

	@Test
	void anyPictureOfAnySizeHasRegionsWithinBounds() {
		for (PictureKind kind : PictureKind.values()) {
			assertValid(image(PictureGenerator.picture(kind, 3, 300, 200)));
		}
		for (int[] size : new int[][]{{1, 1}, {2, 1}, {1, 700}, {5, 5}, {13, 12}, {64, 48}, {5_000, 3}, {3, 5_000}, {1_000, 700}}) {
			byte[] samples = new byte[size[0] * size[1] * 3];
			new Random(5).nextBytes(samples);
			assertValid(RgbImage.ofRgb(size[0], size[1], samples));
		}
	}

	@Test
	void whatIsPlainHasNone() {
		for (PictureKind kind : List.of(PictureKind.FLAT, PictureKind.GRADIENT, PictureKind.STRIPES)) {
			RgbImage image = image(PictureGenerator.picture(kind, 1, 640, 480));
			assertThat(RegionHasher.ofListed(image)).as(kind.word()).isEmpty();
			assertThat(RegionHasher.ofUpload(image).upright()).as(kind.word()).isEmpty();
		}
	}

	/** The edge of a sea, with the noise and dither that skies have. */
	@Test
	void horizonHasNone() {
		byte[] samples = new byte[640 * 480];
		Random random = new Random(9);
		for (int i = 0; i < samples.length; i++) {
			int row = i / 640;
			samples[i] = (byte) Math.clamp(Math.round((row < 200 ? 180 + row / 10.0 : 60 + row / 20.0) + random.nextGaussian()), 0, 255);
		}
		assertThat(RegionHasher.ofListed(RgbImage.ofGrey(640, 480, samples))).isEmpty();
	}

	@Test
	void samePictureHasSameRegions() {
		RgbImage image = image(photo(1));
		assertThat(RegionHasher.ofListed(image)).isEqualTo(RegionHasher.ofListed(image)).isNotEmpty();
		assertThat(RegionHasher.ofUpload(image).upright()).isEqualTo(RegionHasher.ofUpload(image).upright());
	}

	@Test
	void listedRegionsAreUnlikeEachOther() {
		for (long seed = 0; seed < 4; seed++) {
			List<Region> listed = RegionHasher.ofListed(image(photo(seed)));
			for (int i = 0; i < listed.size(); i++) {
				for (int j = 0; j < i; j++) {
					assertThat(listed.get(i).hash().distance(listed.get(j).hash())).isGreaterThan(2 * RADIUS);
				}
			}
		}
	}

	@Test
	void mirroredRegionsAreThoseOfTheMirroredPicture() {
		Picture picture = photo(2);
		List<Region> mirrored = RegionHasher.ofUpload(image(picture)).mirrored();
		List<Region> expected = RegionHasher.ofUpload(image(Distortions.named("mirror").apply(picture, 0))).upright();
		assertThat(shareFound(expected, mirrored)).isGreaterThan(0.75);
	}

	@Test
	void invertedRegionsAreThoseOfTheInvertedPicture() {
		Picture picture = photo(2);
		List<Region> inverted = RegionHasher.ofUpload(image(picture)).inverted();
		List<Region> expected = RegionHasher.ofUpload(image(Distortions.named("inverted").apply(picture, 0))).upright();
		assertThat(shareFound(expected, inverted)).isGreaterThan(0.9);
	}

	/** The part of them that has its like, hash and place. */
	private static double shareFound(List<Region> regions, List<Region> among) {
		assertThat(regions).hasSizeGreaterThan(50);
		long found = regions.stream().filter(each -> among.stream().anyMatch(other -> isSame(each, other))).count();
		return (double) found / regions.size();
	}

	private static boolean isSame(Region a, Region b) {
		return a.hash().distance(b.hash()) <= RADIUS && Math.abs(a.place().x() - b.place().x()) < 0.01
				&& Math.abs(a.place().y() - b.place().y()) < 0.01 && Math.abs(Math.log(a.place().size() / b.place().size())) < 0.1
				&& Math.abs(Math.IEEEremainder(a.place().angle() - b.place().angle(), 2 * Math.PI)) < 0.1;
	}

	/** An index looks for runs of bits: each must be set about as often as not, and be no copy of another. */
	@Test
	void bitsAreBalanced() {
		int[] set = new int[Hash256.BITS];
		int count = 0;
		for (long seed = 0; seed < 8; seed++) {
			for (Region region : RegionHasher.ofUpload(image(photo(seed))).upright()) {
				count++;
				for (int bit = 0; bit < set.length; bit++) {
					set[bit] += region.hash().bit(bit) ? 1 : 0;
				}
			}
		}
		int all = count;
		assertThat(count).isGreaterThan(800);
		assertThat(Arrays.stream(set).filter(each -> each > 0.25 * all && each < 0.75 * all).count()).isGreaterThan(220);
	}
}

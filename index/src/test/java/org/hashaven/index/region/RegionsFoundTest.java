package org.hashaven.index.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.hash.RegionSet;
import org.hashaven.image.RgbImage;
import org.hashaven.index.regioncode.RegionAcceptance;
import org.hashaven.region.RegionHasher;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Generated photographs that something was done to: regions find them, and nothing else. */
class RegionsFoundTest {

	private static final int PHOTOS = 6;
	private static final List<Picture> PICTURES = new ArrayList<>();
	private static final List<RegionSet> LISTED = new ArrayList<>();

	@BeforeAll
	static void list() {
		for (int photo = 0; photo < PHOTOS; photo++) {
			PICTURES.add(PictureGenerator.photo(100 + photo, 640, 480));
			LISTED.add(RegionHasher.ofListed(image(PICTURES.get(photo))));
		}
	}

	private static RgbImage image(Picture picture) {
		return RgbImage.ofRgb(picture.width(), picture.height(), picture.toRgb().samples());
	}

	private static VerificationResult agreed(List<RegionQuery> upload, RegionSet set) {
		List<Region> listed = set.list();
		List<int[]> pairs = new ArrayList<>();
		for (int i = 0; i < upload.size(); i++) {
			for (int j = 0; j < listed.size(); j++) {
				if (RegionAcceptance.accepts(upload.get(i), listed.get(j).code())) {
					pairs.add(new int[]{upload.get(i).distance(listed.get(j).code()), i, j});
				}
			}
		}
		return GeometricVerification
				.of(new Correspondences(pairs.stream().map(pair -> upload.get(pair[1]).place()).toArray(RegionGeometry[]::new),
						pairs.stream().map(pair -> listed.get(pair[2]).place()).toArray(RegionGeometry[]::new),
						pairs.stream().mapToInt(pair -> pair[0]).toArray(), pairs.stream().mapToInt(pair -> pair[1]).toArray(),
						pairs.stream().mapToInt(pair -> pair[2]).toArray()));
	}

	@Test
	void copiesAreFoundAndStrangersAreNot() {
		int found = 0;
		int uploads = 0;
		for (int photo = 0; photo < PHOTOS; photo++) {
			for (String name : List.of("jpeg-30", "crop-20", "sticker-3", "screenshot-tall", "rotate-5")) {
				List<RegionQuery> upload = RegionHasher.ofUpload(image(Distortions.named(name).apply(PICTURES.get(photo), photo)))
						.upright();
				for (int other = 0; other < PHOTOS; other++) {
					VerificationResult agreed = agreed(upload, LISTED.get(other));
					if (other == photo) {
						uploads++;
						found += agreed.isEnough() ? 1 : 0;
					} else {
						assertThat(agreed.count()).as("%s of %d against %d", name, photo, other).isLessThan(VerificationResult.MIN_COUNT);
					}
				}
			}
		}
		assertThat(found).as("of %d", uploads).isGreaterThanOrEqualTo(25);
	}

	@Test
	void mirroredCopiesAreFoundInTheirForm() {
		int mirrored = 0;
		for (int photo = 0; photo < PHOTOS; photo++) {
			RgbImage mirror = image(Distortions.named("mirror").apply(PICTURES.get(photo), 0));
			mirrored += agreed(RegionHasher.ofUpload(mirror).mirrored(), LISTED.get(photo)).isEnough() ? 1 : 0;
			assertThat(agreed(RegionHasher.ofUpload(mirror).upright(), LISTED.get(photo)).count()).isLessThan(VerificationResult.MIN_COUNT);
		}
		assertThat(mirrored).isGreaterThanOrEqualTo(5);
	}

	/** Two posts in one app have its signs in common, and listed screenshots are frequent. */
	@Test
	void framesOfAppsMakeNoMatches() {
		for (String name : List.of("post-light", "browser-light", "chat-light-75", "story-labels")) {
			RegionSet listed = RegionHasher.ofListed(image(Distortions.named(name).apply(PICTURES.get(0), 1)));
			assertThat(listed.size()).as(name).isGreaterThan(4);
			for (int other = 1; other < PHOTOS; other++) {
				RgbImage upload = image(Distortions.named(name).apply(PICTURES.get(other), 50 + other));
				assertThat(agreed(RegionHasher.ofUpload(upload).upright(), listed).isMatch(100, () -> 16)).as("%s %d", name, other)
						.isFalse();
			}
			RgbImage again = image(Distortions.named("jpeg-50").apply(Distortions.named(name).apply(PICTURES.get(0), 1), 1));
			assertThat(agreed(RegionHasher.ofUpload(again).upright(), listed).isMatch(10, () -> 0)).as(name).isTrue();
		}
	}

	/** A crop of a tenth on each side shows 64 % of the picture, larger. */
	@Test
	void agreementTellsHowThePictureIsShown() {
		VerificationResult agreed = agreed(RegionHasher.ofUpload(image(Distortions.named("crop-20").apply(PICTURES.get(1), 0))).upright(),
				LISTED.get(1));
		assertThat(agreed.isEnough()).isTrue();
		assertThat(agreed.placement().scale()).isBetween(1.2, 1.3);
		assertThat(Math.abs(Math.toDegrees(agreed.placement().angle()))).isLessThan(1);
		assertThat(agreed.shownPercent()).isBetween(58, 70);
		assertThat(agreed.coveredPercent()).isGreaterThan(95);
	}
}

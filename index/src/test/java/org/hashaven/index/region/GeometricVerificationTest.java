package org.hashaven.index.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.hashaven.hash.query.PhotoView.Placement;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Hits of regions whose places are known. */
class GeometricVerificationTest {

	private static final int ROUNDS = 300;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	private record Hit(RegionGeometry upload, RegionGeometry listed, int distanceBits, int uploadNumber, int listedNumber) {
	}

	private static Correspondences hits(List<Hit> hits) {
		return new Correspondences(hits.stream().map(Hit::upload).toArray(RegionGeometry[]::new),
				hits.stream().map(Hit::listed).toArray(RegionGeometry[]::new),
				hits.stream().mapToInt(Hit::distanceBits).toArray(), hits.stream().mapToInt(Hit::uploadNumber).toArray(),
				hits.stream().mapToInt(Hit::listedNumber).toArray());
	}

	private RegionGeometry anyPlace() {
		return new RegionGeometry(random.nextDouble(-0.5, 0.5), random.nextDouble(-0.5, 0.5), random.nextDouble(0.08, 0.4));
	}

	/** Where it lies in the upload, as the listed place comes out of its 24 bits. */
	private static Hit seen(RegionGeometry listed, Similarity how, int number) {
		RegionGeometry upload = new RegionGeometry(how.x(listed.x(), listed.y()), how.y(listed.x(), listed.y()),
				how.scale() * listed.size());
		return new Hit(upload, RegionGeometry.ofPacked(listed.packed()), 10 + number, number, number);
	}

	private static RegionGeometry at(double x, double y) {
		return new RegionGeometry(x, y, 0.2);
	}

	private static final Similarity HALF = new Similarity(0.5, Math.toRadians(20), 0.1, -0.05);

	@Test
	void noTwoHits_agreeOnNothing() {
		assertThat(GeometricVerification.of(hits(List.of()))).isEqualTo(VerificationResult.NONE);
		assertThat(GeometricVerification.of(hits(List.of(seen(at(0, 0), HALF, 0)))).count()).isZero();
		assertThat(VerificationResult.NONE.isEnough()).isFalse();
	}

	@Test
	void fourThatAgreeAreEnoughAndSayHowItIsShown() {
		VerificationResult agreed = GeometricVerification
				.of(hits(List.of(seen(at(-0.3, -0.2), HALF, 0), seen(at(0.3, 0), HALF, 1), seen(at(0, 0.3), HALF, 2),
						seen(at(0.3, -0.3), HALF, 3))));
		assertThat(agreed.count()).isEqualTo(4);
		assertThat(agreed.isEnough()).isTrue();
		assertThat(agreed.placement().scale()).isCloseTo(0.5, within(0.02));
		assertThat(Math.toDegrees(agreed.placement().angle())).isCloseTo(20, within(2.0));
		assertThat(agreed.shownPercent()).isEqualTo(100);
		assertThat(agreed.coveredPercent()).isBetween(22, 28);
	}

	@Test
	void isEnough_two_isFalse() {
		assertThat(GeometricVerification.of(hits(List.of(seen(at(-0.3, -0.2), HALF, 0), seen(at(0.3, 0), HALF, 1)))).isEnough()).isFalse();
	}

	@Test
	void isMatch_wholeBits_isNearOrListedAgain() {
		for (int count : new int[]{3, 4, 16}) {
			VerificationResult agreed = new VerificationResult(count, new Placement(1, 0, 0, 0), 100, 100);
			assertThat(agreed.isMatch(28, () -> 0)).as("%d regions", count).isTrue();
			assertThat(agreed.isMatch(29, () -> 3)).as("%d regions", count).isFalse();
			assertThat(agreed.isMatch(29, () -> 4)).as("%d regions", count).isTrue();
			assertThat(agreed.isMatch(88, () -> 4)).as("%d regions", count).isTrue();
			assertThat(agreed.isMatch(89, () -> 16)).as("%d regions", count).isFalse();
		}
		assertThat(new VerificationResult(2, new Placement(1, 0, 0, 0), 100, 100).isMatch(0, () -> 16)).isFalse();
		assertThat(new VerificationResult(3, new Placement(1.4, 0, 0, 0), 66, 100).isMatch(88, () -> 3)).as("a part").isTrue();
		assertThat(new VerificationResult(3, new Placement(1.4, 0, 0, 0), 66, 100).isMatch(88, () -> 2)).as("a part").isFalse();
		assertThat(new VerificationResult(3, new Placement(1.2, 0, 0, 0), 67, 100).isMatch(88, () -> 3)).as("most of it").isFalse();
	}

	@Test
	void sameRegionOrPlaceCountsOnce() {
		Hit first = seen(at(-0.3, -0.2), HALF, 0);
		Hit second = seen(at(0.3, 0), HALF, 1);
		Hit third = seen(at(0, 0.3), HALF, 2);
		Hit sameListed = new Hit(third.upload, third.listed, 5, 2, 1);
		Hit sameUpload = new Hit(third.upload, third.listed, 5, 1, 2);
		Hit samePlace = seen(at(0.32, 0.01), HALF, 2);
		assertThat(GeometricVerification.of(hits(List.of(first, second, sameListed))).count()).isEqualTo(2);
		assertThat(GeometricVerification.of(hits(List.of(first, second, sameUpload))).count()).isEqualTo(2);
		assertThat(GeometricVerification.of(hits(List.of(first, second, samePlace))).count()).isEqualTo(2);
	}

	@Test
	void onesThatAreScaledOrMovedOtherwiseDoNotCount() {
		List<Hit> two = List.of(seen(at(-0.3, -0.2), HALF, 0), seen(at(0.3, 0), HALF, 1));
		Hit third = seen(at(0, 0.3), HALF, 2);
		RegionGeometry place = third.upload;
		for (RegionGeometry other : List.of(new RegionGeometry(place.x(), place.y(), place.size() * 1.6),
				new RegionGeometry(place.x() + 0.15, place.y(), place.size()))) {
			List<Hit> hits = new ArrayList<>(two);
			hits.add(new Hit(other, third.listed, 12, 2, 2));
			assertThat(GeometricVerification.of(hits(hits)).count()).isEqualTo(2);
		}
	}

	@Test
	void trueOnesAreFoundAmongRandomOnes() {
		int misplaced = 0;
		for (int round = 0; round < ROUNDS; round++) {
			double scale = random.nextDouble(0.3, 1.2);
			double angle = random.nextDouble(-3, 3);
			double move = Math.max(0, 0.5 - 0.45 * scale * 1.42);
			Similarity how = new Similarity(scale, angle, random.nextDouble(-move, move + 1e-9), random.nextDouble(-move, move + 1e-9));
			List<Hit> hits = new ArrayList<>();
			for (RegionGeometry place : List.of(at(-0.25, -0.2), at(0.2, -0.1), at(0, 0.2), at(-0.1, 0))) {
				hits.add(seen(place, how, hits.size()));
			}
			for (int i = 0; i < 20; i++) {
				hits.add(new Hit(anyPlace(), anyPlace(), random.nextInt(32), 10 + i, 10 + i));
			}
			VerificationResult agreed = GeometricVerification.of(hits(hits));
			assertThat(agreed.count()).as(Seeds.describe(seed)).isGreaterThanOrEqualTo(4);
			// One of the random ones may agree by chance, within the tolerance; seldom as many of them agree on something else.
			double ratio = agreed.placement().scale() / scale;
			misplaced += ratio < 0.75 || ratio > 1.3 ? 1 : 0;
		}
		assertThat(misplaced).as(Seeds.describe(seed)).isLessThanOrEqualTo(ROUNDS / 20);
	}

	@Test
	void equalsANaiveOracle() {
		for (int round = 0; round < ROUNDS; round++) {
			List<Hit> hits = new ArrayList<>();
			int count = random.nextInt(1, 40);
			for (int i = 0; i < count; i++) {
				RegionGeometry listed = anyPlace();
				boolean alike = random.nextInt(3) > 0 && Math.hypot(listed.x(), listed.y()) < 0.45;
				Hit hit = alike ? seen(listed, HALF, i) : new Hit(anyPlace(), listed, 0, i, i);
				hits.add(new Hit(hit.upload, hit.listed, random.nextInt(32), random.nextInt(30), random.nextInt(16)));
			}
			assertThat(GeometricVerification.of(hits(hits)).count()).as(Seeds.describe(seed)).isEqualTo(NaiveAgreement.count(hits(hits)));
		}
	}

	@Test
	void floodIsBounded() {
		List<Hit> hits = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			hits.add(new Hit(anyPlace(), anyPlace(), random.nextInt(32), i % 300, i % 31));
		}
		Assertions.assertThatNoException().isThrownBy(() -> GeometricVerification.of(hits(hits)));
		long start = System.nanoTime();
		GeometricVerification.of(hits(hits));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
	}

	@Test
	void columnsHaveOneLengthAndAreNotTold() {
		Correspondences hits = hits(List.of(seen(at(0, 0), HALF, 0)));
		assertThat(hits).hasToString("Hits[1]");
		assertThatThrownBy(() -> new Correspondences(hits.upload(), hits.listed(), new int[2], new int[1], new int[1]))
				.isInstanceOf(IllegalArgumentException.class);
		assertThat(Arrays.asList(hits.upload())).hasSize(1);
	}
}

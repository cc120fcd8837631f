package org.hashaven.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.Plane;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Picking in turn is ranking all that are fit, part by part, and taking the first of each size. */
class SpreadPickerTest {

	private static final double[] SHARES = {0.35, 0.3, 0.25, 0.1};

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	@Test
	void pick_anySpots_equalsRankingAllThatAreFit() {
		Plane picture = Plane.of(420, 300);
		for (int round = 0; round < 30; round++) {
			List<Keypoint> spots = new ArrayList<>();
			int count = random.nextInt(600);
			for (int i = 0; i < count; i++) {
				double side = 24 * Math.pow(2, random.nextDouble(4));
				spots.add(new Keypoint((float) random.nextDouble(420), (float) random.nextDouble(300), side, i, random.nextInt(50)));
			}
			int most = random.nextInt(1, 250);
			assertThat(SpreadPicker.pick(picture, spots, most, SpreadPickerTest::isFit)).as(Seeds.describe(seed))
					.isEqualTo(ranked(picture, spots, most));
		}
	}

	private static boolean isFit(Keypoint spot) {
		return (int) spot.angle() % 3 != 0;
	}

	private static List<Keypoint> ranked(Plane picture, List<Keypoint> spots, int most) {
		List<Keypoint> fit = spots.stream().filter(SpreadPickerTest::isFit)
				.sorted(Comparator.comparingDouble(Keypoint::strength).reversed())
				.toList();
		double cell = Math.sqrt(picture.width() * picture.height() / 36.0);
		List<Keypoint> picked = new ArrayList<>();
		double unused = 0;
		for (int size = SHARES.length - 1; size >= 0; size--) {
			double least = Keypoint.leastUploaded(picture) * (1 << size);
			boolean largest = size == SHARES.length - 1;
			Map<List<Integer>, Integer> seen = new HashMap<>();
			Map<Keypoint, Integer> ranks = new HashMap<>();
			List<Keypoint> ofSize = new ArrayList<>(
					fit.stream().filter(spot -> spot.side() >= least && (largest || spot.side() < 2 * least)).toList());
			for (Keypoint spot : ofSize) {
				ranks.put(spot, seen.merge(List.of((int) (spot.x() / cell), (int) (spot.y() / cell)), 1, Integer::sum));
			}
			ofSize.sort(Comparator.comparingInt(ranks::get));
			double share = most * SHARES[size] + unused;
			int count = Math.min((int) share, ofSize.size());
			unused = share - count;
			picked.addAll(ofSize.subList(0, count));
		}
		return picked;
	}
}

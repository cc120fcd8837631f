package org.hashaven.region;

import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.region.describe.DescribedKeypoint;
import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.Plane;
import org.hashaven.region.detect.ScaleSpace;

/** Measures how repeatable the squares of a picture are: hashes smaller, rotated, noisy copies of it as uploads. */
final class RepeatabilityFilter {

	/**
	 * One rehearsal.
	 *
	 * @param degrees
	 *            clockwise
	 * @param scale
	 *            new pixels to one
	 * @param noise
	 *            of luma, standard deviation
	 */
	private record Simulation(double degrees, double scale, double noise) {
	}

	private static final List<Simulation> ACTS = List.of(new Simulation(4, 0.8, 12), new Simulation(9, 0.62, 8),
			new Simulation(-7, 0.47, 6));

	/** Distance from which on a square counts as not found; see {@link RegionQuery#distance}. */
	private static final int LOST = 500;

	/** Largest distance between matching centres, as a part of the side. */
	private static final double SAME = 0.1;

	private RepeatabilityFilter() {
	}

	/**
	 * Returns a score for each square, higher the nearer and the more often it is found again.
	 *
	 * @param regions
	 *            of the squares, in their order
	 */
	static int[] scores(ScaleSpace space, List<DescribedKeypoint> spots, List<Region> regions) {
		int[] scores = new int[spots.size()];
		for (Simulation act : ACTS) {
			Plane upload = perform(space, act);
			List<Found> found = RegionHasher.uploadSpots(upload).stream().map(spot -> new Found(spot.spot(), spot.query())).toList();
			for (int i = 0; i < scores.length; i++) {
				scores[i] += LOST - nearest(space.picture(), spots.get(i).spot(), regions.get(i).code(), act, upload, found);
			}
		}
		return scores;
	}

	/** A square found in a rehearsed copy. */
	private record Found(Keypoint spot, RegionQuery query) {
	}

	private static int nearest(Plane picture, Keypoint own, long code, Simulation act, Plane upload, List<Found> found) {
		double across = act.scale * Math.cos(Math.toRadians(act.degrees));
		double down = act.scale * Math.sin(Math.toRadians(act.degrees));
		double x = own.x() - (picture.width() - 1) / 2.0;
		double y = own.y() - (picture.height() - 1) / 2.0;
		double expectedX = (upload.width() - 1) / 2.0 + across * x - down * y;
		double expectedY = (upload.height() - 1) / 2.0 + down * x + across * y;
		int nearest = LOST;
		for (Found each : found) {
			if (Math.hypot(each.spot().x() - expectedX, each.spot().y() - expectedY) < SAME * each.spot().side()) {
				nearest = Math.min(nearest, each.query().distance(code));
			}
		}
		return nearest;
	}

	private static Plane perform(ScaleSpace space, Simulation act) {
		Plane picture = space.picture();
		Plane upload = Plane.of((int) Math.max(1, picture.width() * act.scale), (int) Math.max(1, picture.height() * act.scale));
		ScaleSpace.View view = space.near(0.6 / act.scale);
		SplittableRandom chance = new SplittableRandom(1);
		double across = Math.cos(Math.toRadians(act.degrees)) / act.scale;
		double down = Math.sin(Math.toRadians(act.degrees)) / act.scale;
		for (int row = 0; row < upload.height(); row++) {
			double v = row - (upload.height() - 1) / 2.0;
			for (int column = 0; column < upload.width(); column++) {
				double u = column - (upload.width() - 1) / 2.0;
				float value = view.at((float) ((picture.width() - 1) / 2.0 + across * u + down * v),
						(float) ((picture.height() - 1) / 2.0 - down * u + across * v));
				double twoToTwo = act.noise == 0
						? 0
						: chance.nextDouble() + chance.nextDouble() - chance.nextDouble() - chance.nextDouble();
				upload.rows()[row][column] = value + (float) (act.noise * Math.sqrt(3) * twoToTwo);
			}
		}
		return upload;
	}
}

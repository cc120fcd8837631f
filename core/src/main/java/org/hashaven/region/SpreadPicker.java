package org.hashaven.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.hashaven.region.detect.Keypoint;
import org.hashaven.region.detect.Plane;

/** Selects the keypoints of an upload that are hashed: a quota for each size, the strongest of each part of the picture in turn. */
final class SpreadPicker {

	/*
	 * A listed picture may be a ninth of the upload, beside lettering that stands out more than anything in it: so parts of the upload have
	 * equal shares. What one size does not use the next smaller one may.
	 */

	/** Shares of sizes, each of twice the side of the one before; the last is of all that is larger. */
	private static final double[] SHARES = {0.35, 0.3, 0.25, 0.1};

	/** Parts of a picture, about. */
	private static final int CELLS = 36;

	private SpreadPicker() {
	}

	/**
	 * Picks.
	 *
	 * @param isFit
	 *            whether a square may be picked; costly, so that only those are asked about whose turn it is
	 */
	static List<Keypoint> pick(Plane picture, List<Keypoint> spots, int most, Predicate<Keypoint> isFit) {
		List<Keypoint> picked = new ArrayList<>();
		double unused = 0;
		for (int size = SHARES.length - 1; size >= 0; size--) {
			double least = Keypoint.leastUploaded(picture) * (1 << size);
			double end = size == SHARES.length - 1 ? Double.MAX_VALUE : 2 * least;
			double share = most * SHARES[size] + unused;
			List<Keypoint> ofSize = spots.stream().filter(spot -> spot.side() >= least && spot.side() < end).toList();
			List<Keypoint> some = pickInTurn(picture, ofSize, (int) share, isFit);
			unused = share - some.size();
			picked.addAll(some);
		}
		return picked;
	}

	/** The strongest fit square of each part of the picture, then the next of each, and so on; the strongest first in each turn. */
	private static List<Keypoint> pickInTurn(Plane picture, List<Keypoint> spots, int most, Predicate<Keypoint> isFit) {
		double cell = Math.sqrt((double) picture.width() * picture.height() / CELLS);
		int columns = (int) (picture.width() / cell) + 1;
		int parts = columns * ((int) (picture.height() / cell) + 1);
		List<Keypoint> picked = new ArrayList<>();
		List<Keypoint> waiting = spots.stream().sorted(Comparator.comparingDouble(Keypoint::strength).reversed()).toList();
		while (!waiting.isEmpty() && picked.size() < most) {
			boolean[] hadTurn = new boolean[parts];
			List<Keypoint> stillWaiting = new ArrayList<>();
			for (int i = 0; i < waiting.size() && picked.size() < most; i++) {
				Keypoint spot = waiting.get(i);
				int row = (int) (Math.max(0, spot.y()) / cell);
				int column = (int) (Math.max(0, spot.x()) / cell);
				int part = Math.min(row * columns + column, parts - 1);
				if (hadTurn[part]) {
					stillWaiting.add(spot);
				} else if (isFit.test(spot)) {
					hadTurn[part] = true;
					picked.add(spot);
				}
			}
			waiting = stillWaiting;
		}
		return picked;
	}
}

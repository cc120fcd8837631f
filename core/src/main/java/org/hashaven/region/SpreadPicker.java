package org.hashaven.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Picks what is hashed of an upload: so many of each size, the strongest of every part of the picture in turn. */
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

	private record Ranked(Spot spot, int rank) {
	}

	static List<Spot> pick(Plane picture, List<Spot> spots, int most) {
		List<Spot> picked = new ArrayList<>();
		double unused = 0;
		for (int size = SHARES.length - 1; size >= 0; size--) {
			double least = Spot.leastUploaded(picture) * (1 << size);
			double end = size == SHARES.length - 1 ? Double.MAX_VALUE : 2 * least;
			List<Ranked> ranked = ranked(picture, spots.stream().filter(spot -> spot.side() >= least && spot.side() < end).toList());
			double share = most * SHARES[size] + unused;
			int count = Math.min((int) share, ranked.size());
			unused = share - count;
			ranked.subList(0, count).forEach(each -> picked.add(each.spot));
		}
		return picked;
	}

	/** By their rank in their part of the picture, then by strength. */
	private static List<Ranked> ranked(Plane picture, List<Spot> spots) {
		double cell = Math.sqrt((double) picture.width() * picture.height() / CELLS);
		int columns = (int) (picture.width() / cell) + 1;
		int[] ranks = new int[columns * ((int) (picture.height() / cell) + 1)];
		List<Ranked> ranked = new ArrayList<>();
		for (Spot spot : spots.stream().sorted(Comparator.comparingDouble(Spot::strength).reversed()).toList()) {
			int row = (int) (Math.max(0, spot.y()) / cell);
			int column = (int) (Math.max(0, spot.x()) / cell);
			int at = row * columns + column;
			ranked.add(new Ranked(spot, ranks[Math.min(at, ranks.length - 1)]++));
		}
		ranked.sort(Comparator.comparingInt(Ranked::rank));
		return ranked;
	}
}

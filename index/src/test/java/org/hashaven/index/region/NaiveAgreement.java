package org.hashaven.index.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.hash.RegionPlace;

/** The rule of {@link Agreement} with points and matrices instead of its kernel, slowly. */
final class NaiveAgreement {

	private NaiveAgreement() {
	}

	static int count(Hits hits) {
		List<Integer> order = IntStream.range(0, hits.count()).boxed().sorted(Comparator.comparingInt(i -> hits.distanceBits()[i]))
				.toList();
		int best = 0;
		for (int seed : order) {
			for (int quarters = 0; quarters < 4; quarters++) {
				double turn = turn(hits, seed) + quarters * Math.PI / 2;
				List<Integer> kept = new ArrayList<>(List.of(seed));
				for (int each : order) {
					if (each != seed && agree(hits, seed, turn, each) && kept.stream().allMatch(other -> areDistinct(hits, each, other))) {
						kept.add(each);
					}
				}
				if (kept.size() > best) {
					best = Math.max(best, fitting(hits, kept));
				}
			}
		}
		return best;
	}

	private static double scale(Hits hits, int hit) {
		return hits.upload()[hit].size() / hits.listed()[hit].size();
	}

	private static double turn(Hits hits, int hit) {
		return hits.upload()[hit].angle() - hits.listed()[hit].angle();
	}

	private static boolean isNear(double scaleA, double scaleB, double turnA, double turnB) {
		double turned = Math.abs(turnA - turnB) % (Math.PI / 2);
		return Math.abs(Math.log(scaleA) - Math.log(scaleB)) <= Agreement.SCALE_TOLERANCE
				&& Math.min(turned, Math.PI / 2 - turned) <= Agreement.TURN_TOLERANCE;
	}

	private static boolean agree(Hits hits, int seed, double turn, int other) {
		RegionPlace from = hits.listed()[seed];
		RegionPlace listed = hits.listed()[other];
		RegionPlace to = hits.upload()[seed];
		double dx = listed.x() - from.x();
		double dy = listed.y() - from.y();
		double scale = scale(hits, seed);
		double x = to.x() + scale * (dx * Math.cos(turn) - dy * Math.sin(turn));
		double y = to.y() + scale * (dx * Math.sin(turn) + dy * Math.cos(turn));
		RegionPlace upload = hits.upload()[other];
		return isNear(scale, scale(hits, other), turn, turn(hits, other))
				&& Math.hypot(x - upload.x(), y - upload.y()) <= Agreement.PLACE_TOLERANCE * (scale * Math.hypot(dx, dy) + upload.size());
	}

	private static boolean areDistinct(Hits hits, int a, int b) {
		return hits.uploadNumbers()[a] != hits.uploadNumbers()[b] && hits.listedNumbers()[a] != hits.listedNumbers()[b]
				&& areApart(hits.upload()[a], hits.upload()[b]) && areApart(hits.listed()[a], hits.listed()[b]);
	}

	private static boolean areApart(RegionPlace a, RegionPlace b) {
		return Math.hypot(a.x() - b.x(), a.y() - b.y()) >= Distinct.LEAST_APART * Math.min(a.size(), b.size());
	}

	/** Least squares with complex numbers: upload = a · listed + b. */
	private static int fitting(Hits hits, List<Integer> kept) {
		int n = kept.size();
		if (n == 1) {
			return 1;
		}
		double mx = kept.stream().mapToDouble(i -> hits.listed()[i].x()).sum() / n;
		double my = kept.stream().mapToDouble(i -> hits.listed()[i].y()).sum() / n;
		double mu = kept.stream().mapToDouble(i -> hits.upload()[i].x()).sum() / n;
		double mv = kept.stream().mapToDouble(i -> hits.upload()[i].y()).sum() / n;
		double re = 0;
		double im = 0;
		double norm = 0;
		for (int i : kept) {
			double x = hits.listed()[i].x() - mx;
			double y = hits.listed()[i].y() - my;
			double u = hits.upload()[i].x() - mu;
			double v = hits.upload()[i].y() - mv;
			re += u * x + v * y;
			im += v * x - u * y;
			norm += x * x + y * y;
		}
		double a = re / norm;
		double b = im / norm;
		int fitting = 0;
		for (int i : kept) {
			double x = hits.listed()[i].x() - mx;
			double y = hits.listed()[i].y() - my;
			double missed = Math.hypot(mu + a * x - b * y - hits.upload()[i].x(), mv + b * x + a * y - hits.upload()[i].y());
			fitting += isNear(Math.hypot(a, b), scale(hits, i), Math.atan2(b, a), turn(hits, i))
					&& missed <= Agreement.PLACE_TOLERANCE * hits.upload()[i].size() + Agreement.BEND_TOLERANCE * Math.hypot(a, b) ? 1 : 0;
		}
		return fitting;
	}
}

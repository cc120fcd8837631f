package org.hashaven.index.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.hash.RegionGeometry;

/** The rule of {@link GeometricVerification} with points and matrices instead of its kernel, slowly. */
final class NaiveAgreement {

	private NaiveAgreement() {
	}

	static int count(Correspondences hits) {
		List<Integer> order = IntStream.range(0, hits.count()).boxed().sorted(Comparator.comparingInt(i -> hits.distanceBits()[i]))
				.toList();
		int best = 0;
		for (int one : order) {
			for (int other : order.subList(order.indexOf(one) + 1, order.size())) {
				double[] way = fit(hits, List.of(one, other));
				if (!areDistinct(hits, one, other) || !hasSize(hits, one, way) || !hasSize(hits, other, way)) {
					continue;
				}
				List<Integer> kept = new ArrayList<>(List.of(one, other));
				for (int each : order) {
					if (each != one && each != other && agrees(hits, one, other, each, way)
							&& kept.stream().allMatch(taken -> areDistinct(hits, each, taken))) {
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

	private static boolean hasSize(Correspondences hits, int hit, double[] way) {
		double ratio = hits.upload()[hit].size() / hits.listed()[hit].size();
		return Math.abs(Math.log(ratio) - Math.log(Math.hypot(way[0], way[1]))) <= GeometricVerification.SCALE_TOLERANCE;
	}

	private static double missed(Correspondences hits, int hit, double[] way) {
		RegionGeometry listed = hits.listed()[hit];
		double u = way[0] * listed.x() - way[1] * listed.y() + way[2];
		double v = way[1] * listed.x() + way[0] * listed.y() + way[3];
		return Math.hypot(u - hits.upload()[hit].x(), v - hits.upload()[hit].y());
	}

	private static boolean agrees(Correspondences hits, int one, int other, int hit, double[] way) {
		RegionGeometry listed = hits.listed()[hit];
		RegionGeometry a = hits.listed()[one];
		RegionGeometry b = hits.listed()[other];
		double apart = Math.min(Math.hypot(listed.x() - a.x(), listed.y() - a.y()), Math.hypot(listed.x() - b.x(), listed.y() - b.y()));
		return hasSize(hits, hit, way) && missed(hits, hit, way) <= GeometricVerification.PLACE_TOLERANCE
				* (Math.hypot(way[0], way[1]) * apart + hits.upload()[hit].size());
	}

	private static boolean areDistinct(Correspondences hits, int a, int b) {
		return hits.uploadNumbers()[a] != hits.uploadNumbers()[b] && hits.listedNumbers()[a] != hits.listedNumbers()[b]
				&& areApart(hits.upload()[a], hits.upload()[b]) && areApart(hits.listed()[a], hits.listed()[b]);
	}

	private static boolean areApart(RegionGeometry a, RegionGeometry b) {
		return Math.hypot(a.x() - b.x(), a.y() - b.y()) >= InlierSet.LEAST_APART * Math.min(a.size(), b.size());
	}

	/** Least squares with complex numbers: upload = a · listed + b; gives both parts of a, then of b. */
	private static double[] fit(Correspondences hits, List<Integer> kept) {
		int n = kept.size();
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
		return new double[]{a, b, mu - a * mx + b * my, mv - b * mx - a * my};
	}

	private static int fitting(Correspondences hits, List<Integer> kept) {
		double[] way = fit(hits, kept);
		return (int) kept.stream().filter(hit -> hasSize(hits, hit, way) && missed(hits, hit, way) <= GeometricVerification.PLACE_TOLERANCE
				* hits.upload()[hit].size() + GeometricVerification.BEND_TOLERANCE * Math.hypot(way[0], way[1])).count();
	}
}

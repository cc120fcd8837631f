package org.hashaven.view.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hashaven.view.raster.Plane;

/**
 * Rectangles whose sides are edges along much of their length, the likeliest first.
 *
 * <pre>
 *   lines right across the picture → strips between two of them → lines across each strip → rectangles → ranked by their sides
 * </pre>
 *
 * <p>
 * Both ways: strips from above and from the left. Sides may be the picture's own, which says neither yes nor no.
 */
public final class Rectangles {

	/** A rectangle in pixels, and how likely it is that a picture lies there. */
	public record Rectangle(int left, int top, int right, int bottom, double score) {
	}

	private static final int FIRST_LINES = 9;
	private static final int SECOND_LINES = 6;
	/** Rectangles of one strip, at most. */
	private static final int OF_A_STRIP = 3;
	private static final double LEAST_SHARE = 0.25;
	/** Of a strip's breadth, of the picture's. */
	private static final double LEAST_BREADTH = 0.12;
	/** What a side is worth that is the picture's own. */
	private static final double OWN_SIDE = 0.6;
	private static final double LEAST_SIDE = 0.25;
	private static final double LEAST_SCORE = 0.5;

	private final EdgeMap rows;
	private final EdgeMap columns;
	private final int width;
	private final int height;
	private final double leastArea;
	private final List<Rectangle> found = new ArrayList<>();

	/**
	 * @param leastArea
	 *            of a rectangle, of the plane's
	 */
	public Rectangles(Plane plane, double leastArea) {
		this.rows = EdgeMap.ofRows(plane);
		this.columns = EdgeMap.ofColumns(plane);
		this.width = plane.width();
		this.height = plane.height();
		this.leastArea = leastArea * width * height;
	}

	/** Finds them; the plane itself is not among them. */
	public List<Rectangle> find() {
		search(rows, columns, false);
		search(columns, rows, true);
		found.sort(Comparator.comparingDouble(Rectangle::score).reversed());
		return found;
	}

	private void search(EdgeMap first, EdgeMap second, boolean upright) {
		List<Integer> lines = lines(first, 0, first.length(), FIRST_LINES);
		for (int i = 0; i < lines.size(); i++) {
			for (int j = i + 1; j < lines.size(); j++) {
				int from = lines.get(i);
				int to = lines.get(j);
				if (to - from >= LEAST_BREADTH * first.lines()) {
					strip(second, from, to, upright);
				}
			}
		}
	}

	private void strip(EdgeMap second, int from, int to, boolean upright) {
		List<Integer> lines = lines(second, from, to, SECOND_LINES);
		List<Rectangle> best = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			for (int j = i + 1; j < lines.size(); j++) {
				int begin = lines.get(i);
				int end = lines.get(j);
				if (end - begin >= LEAST_BREADTH * second.lines()) {
					if (upright) {
						take(from, begin, to, end, best);
					} else {
						take(begin, from, end, to, best);
					}
				}
			}
		}
		best.sort(Comparator.comparingDouble(Rectangle::score).reversed());
		found.addAll(best.subList(0, Math.min(OF_A_STRIP, best.size())));
	}

	/** The best lines between two places, and the two ends, in their order. */
	private static List<Integer> lines(EdgeMap map, int from, int to, int most) {
		double[] shares = new double[map.lines()];
		for (int line = 0; line < shares.length; line++) {
			shares[line] = map.share(line, from, to);
		}
		List<Integer> peaks = new ArrayList<>();
		for (int line = 2; line + 2 < shares.length; line++) {
			double share = shares[line];
			if (share >= LEAST_SHARE && share >= shares[line - 1] && share > shares[line + 1] && share >= shares[line - 2]
					&& share > shares[line + 2]) {
				peaks.add(line);
			}
		}
		peaks.sort(Comparator.comparingDouble((Integer line) -> shares[line]).reversed());
		List<Integer> lines = new ArrayList<>(peaks.subList(0, Math.min(most, peaks.size())));
		lines.add(0);
		lines.add(map.lines());
		lines.sort(Comparator.naturalOrder());
		return lines;
	}

	private void take(int left, int top, int right, int bottom, List<Rectangle> best) {
		double area = (right - left) * (double) (bottom - top);
		if (area < leastArea || (left == 0 && top == 0 && right == width && bottom == height)) {
			return;
		}
		double score = score(left, top, right, bottom);
		if (score >= LEAST_SCORE) {
			best.add(new Rectangle(left, top, right, bottom, score));
		}
	}

	/** How likely a picture lies there: by the share of each side that is an edge, and a little by its area. */
	public double score(int left, int top, int right, int bottom) {
		double[] shares = {side(columns, left, top, bottom), side(columns, right, top, bottom), side(rows, top, left, right),
				side(rows, bottom, left, right)};
		double throughout = throughout(columns, left) + throughout(columns, right) + throughout(rows, top) + throughout(rows, bottom);
		double sum = 0;
		double least = 1;
		for (double share : shares) {
			sum += share;
			least = Math.min(least, share);
		}
		double area = (right - left) * (double) (bottom - top) / ((double) width * height);
		return least < LEAST_SIDE
				? 0
				: 0.7 * sum / shares.length + 0.3 * least + 0.15 * Math.sqrt(area)
						+ 0.2 * throughout / shares.length;
	}

	/** The share of a whole line that is an edge: one right across the picture says more than its part beside a rectangle. */
	private static double throughout(EdgeMap map, int line) {
		return line == 0 || line == map.lines() ? 1 : map.shareNear(line, 0, map.length());
	}

	private static double side(EdgeMap map, int line, int from, int to) {
		// Corners may be round.
		int cut = (to - from) / 16;
		return line == 0 || line == map.lines() ? OWN_SIDE : map.shareNear(line, from + cut, to - cut);
	}
}

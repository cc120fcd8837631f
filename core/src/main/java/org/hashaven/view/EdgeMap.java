package org.hashaven.view;

/**
 * Where a plane has edges along one direction, so that the share of any straight line that is an edge can be told at once.
 *
 * <p>
 * A pixel is on an edge when the step across it is a peak: at least {@value #STEP} levels, no smaller than its neighbours', and more than
 * those three pixels away. The sides of a picture that was put somewhere are such edges along nearly all of their length; what a photograph
 * shows seldom is.
 */
final class EdgeMap {

	private static final float STEP = 5;
	private static final float PEAK = 2;
	private static final int AWAY = 3;

	private final int lines;
	private final int length;
	/** For each line, how many of its first pixels are on an edge. */
	private final int[] counts;

	private EdgeMap(int lines, int length) {
		this.lines = lines;
		this.length = length;
		this.counts = new int[lines * (length + 1)];
	}

	/** Edges along rows, lines numbered from the top. */
	static EdgeMap ofRows(Plane plane) {
		return of(plane, plane.height(), plane.width(), plane.width(), 1);
	}

	/** Edges along columns, lines numbered from the left. */
	static EdgeMap ofColumns(Plane plane) {
		return of(plane, plane.width(), plane.height(), 1, plane.width());
	}

	private static EdgeMap of(Plane plane, int lines, int length, int acrossStep, int alongStep) {
		EdgeMap map = new EdgeMap(lines, length);
		float[] steps = new float[lines * length];
		float[] luma = plane.luma();
		for (int line = 1; line + 1 < lines; line++) {
			for (int i = 0; i < length; i++) {
				int at = line * acrossStep + i * alongStep;
				steps[line * length + i] = Math.abs(luma[at + acrossStep] - luma[at - acrossStep]);
			}
		}
		for (int line = 0; line < lines; line++) {
			map.count(line, steps);
		}
		return map;
	}

	private void count(int line, float[] steps) {
		int before = line == 0 ? 0 : -length;
		int behind = line + 1 == lines ? 0 : length;
		int farBefore = line < AWAY ? 0 : -AWAY * length;
		int farBehind = line + AWAY >= lines ? 0 : AWAY * length;
		int to = line * (length + 1);
		int count = 0;
		for (int i = 0; i < length; i++) {
			int at = line * length + i;
			float step = steps[at];
			boolean peak = step >= STEP && step + PEAK >= Math.max(steps[at + before], steps[at + behind])
					&& (farBefore == 0 || step > steps[at + farBefore] + PEAK) && (farBehind == 0 || step > steps[at + farBehind] + PEAK);
			count += peak ? 1 : 0;
			counts[to + i + 1] = count;
		}
	}

	int lines() {
		return lines;
	}

	int length() {
		return length;
	}

	/** The share of a line's pixels from one place to behind another that are on an edge, 0..1. */
	double share(int line, int from, int to) {
		int at = line * (length + 1);
		return to <= from ? 0 : (counts[at + to] - counts[at + from]) / (double) (to - from);
	}

	/** The largest share of a line and those beside it. */
	double shareNear(int line, int from, int to) {
		double share = share(line, from, to);
		if (line > 0) {
			share = Math.max(share, share(line - 1, from, to));
		}
		return line + 1 < lines ? Math.max(share, share(line + 1, from, to)) : share;
	}
}

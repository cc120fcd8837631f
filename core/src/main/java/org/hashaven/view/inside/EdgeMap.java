package org.hashaven.view.inside;

import java.util.Arrays;
import org.hashaven.view.raster.Plane;

/**
 * Where a plane has edges along one direction, so that the share of any straight line that is an edge can be told at once.
 *
 * <p>
 * A pixel is on an edge when the step across it is a peak: at least five levels, no smaller than its neighbours', and more than those three
 * pixels away. The sides of a picture that was put somewhere are such edges along nearly all of their length; what a photograph shows
 * seldom is.
 */
final class EdgeMap {

	/** Of a level, in which steps are measured. */
	private static final int PARTS = 16;
	private static final int STEP = 5 * PARTS;
	private static final int PEAK = 2 * PARTS;
	private static final int AWAY = 3;
	private static final int TILE = 32;

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
		return of(plane.luma(), plane.height(), plane.width());
	}

	/** Edges along columns, lines numbered from the left. */
	static EdgeMap ofColumns(Plane plane) {
		return of(exchanged(plane), plane.width(), plane.height());
	}

	/** Columns as rows, tile by tile, so that what is read and written together lies together. */
	private static float[] exchanged(Plane plane) {
		int width = plane.width();
		int height = plane.height();
		float[] columns = new float[width * height];
		for (int top = 0; top < height; top += TILE) {
			int bottom = Math.min(top + TILE, height);
			for (int left = 0; left < width; left += TILE) {
				int right = Math.min(left + TILE, width);
				for (int x = left; x < right; x++) {
					for (int y = top; y < bottom; y++) {
						columns[x * height + y] = plane.luma()[y * width + x];
					}
				}
			}
		}
		return columns;
	}

	private static EdgeMap of(float[] luma, int lines, int length) {
		EdgeMap map = new EdgeMap(lines, length);
		int[] none = new int[length];
		int[][] fine = new int[lines][length];
		for (int line = 0; line < lines; line++) {
			for (int i = 0; i < length; i++) {
				fine[line][i] = (int) (PARTS * luma[line * length + i]);
			}
		}
		int[][] steps = new int[lines][];
		for (int line = 0; line < lines; line++) {
			steps[line] = line == 0 || line + 1 == lines ? none : steps(fine[line - 1], fine[line + 1]);
		}
		int[] farther = new int[length];
		int[] peaks = new int[length];
		Arrays.fill(farther, -PEAK - 1);
		for (int line = 0; line < lines; line++) {
			peaks(steps[line], steps[Math.max(line - 1, 0)], steps[Math.min(line + 1, lines - 1)],
					line < AWAY ? farther : steps[line - AWAY], line + AWAY >= lines ? farther : steps[line + AWAY], peaks);
			map.count(line, peaks);
		}
		return map;
	}

	// The inner loops have neither offsets nor branches, so that the JIT makes vectors of them.

	private static int[] steps(int[] before, int[] behind) {
		int[] steps = new int[before.length];
		for (int i = 0; i < steps.length; i++) {
			steps[i] = Math.abs(behind[i] - before[i]);
		}
		return steps;
	}

	/** 1 for each pixel of a line that is on an edge, else 0. */
	private static void peaks(int[] here, int[] before, int[] behind, int[] farBefore, int[] farBehind, int[] peaks) {
		for (int i = 0; i < peaks.length; i++) {
			int beside = Math.max(STEP, Math.max(before[i], behind[i]) - PEAK);
			int least = Math.max(beside, Math.max(farBefore[i], farBehind[i]) + PEAK + 1);
			peaks[i] = 1 + ((here[i] - least) >> (Integer.SIZE - 1));
		}
	}

	private void count(int line, int[] peaks) {
		int to = line * (length + 1);
		int count = 0;
		for (int i = 0; i < length; i++) {
			count += peaks[i];
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

package org.hashaven.view.inside;

import org.hashaven.view.raster.Plane;

/**
 * Cuts borders that are even along each line, of one colour or of a gradient.
 */
public final class Trim {

	private static final float STEP = 4;
	/** Steps of a line that may be larger. */
	private static final double UNEVEN = 0.03;

	private Trim() {
	}

	/** What is left of a window of the plane, in its pixels; the window itself when nothing is cut or all would be. */
	public static int[] cut(Plane plane, int left, int top, int right, int bottom) {
		int x0 = left;
		int x1 = right;
		int y0 = top;
		int y1 = bottom;
		while (y0 < y1 && isEvenRow(plane, y0, x0, x1)) {
			y0++;
		}
		while (y1 > y0 && isEvenRow(plane, y1 - 1, x0, x1)) {
			y1--;
		}
		while (x0 < x1 && isEvenColumn(plane, x0, y0, y1)) {
			x0++;
		}
		while (x1 > x0 && isEvenColumn(plane, x1 - 1, y0, y1)) {
			x1--;
		}
		boolean gone = x1 - x0 < 4 || y1 - y0 < 4;
		return gone ? new int[]{left, top, right, bottom} : new int[]{x0, y0, x1, y1};
	}

	private static boolean isEvenRow(Plane plane, int y, int from, int to) {
		return isEven(plane.luma(), y * plane.width() + from, 1, to - from);
	}

	private static boolean isEvenColumn(Plane plane, int x, int from, int to) {
		return isEven(plane.luma(), from * plane.width() + x, plane.width(), to - from);
	}

	private static boolean isEven(float[] luma, int from, int step, int pixels) {
		int uneven = 0;
		for (int i = 1; i < pixels; i++) {
			int at = from + i * step;
			uneven += Math.abs(luma[at] - luma[at - step]) > STEP ? 1 : 0;
		}
		return uneven <= UNEVEN * pixels;
	}
}

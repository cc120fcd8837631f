package org.hashaven.view.inside;

import org.hashaven.view.raster.Plane;
import org.hashaven.view.raster.Window;

/** Moves the sides of a coarse window to the edges that they stand for, to parts of a pixel. */
public final class EdgeRefiner {

	private static final int POINTS = 64;
	private static final float MOST = 40;
	/** Of a side, left out at each end: corners may be round. */
	private static final double CORNER = 0.06;

	private final Plane plane;

	public EdgeRefiner(Plane plane) {
		this.plane = plane;
	}

	/** The window with each side moved by at most {@code reach} pixels, except where it coincides with the picture's. */
	public Window sharpen(Window window, Window whole, double reach) {
		double left = window.left() <= 0 ? 0 : column(window.left(), window, reach);
		double right = window.right() >= whole.width() ? whole.width() : column(window.right(), window, reach);
		double top = window.top() <= 0 ? 0 : row(window.top(), window, reach);
		double bottom = window.bottom() >= whole.height() ? whole.height() : row(window.bottom(), window, reach);
		return Window.between(left, top, right, bottom);
	}

	private double column(double at, Window window, double reach) {
		return edge(at, reach, plane.width(), 1, window.top(), window.height(), plane.height(), plane.width());
	}

	private double row(double at, Window window, double reach) {
		return edge(at, reach, plane.height(), plane.width(), window.left(), window.width(), plane.width(), 1);
	}

	private double edge(double at, double reach, int lines, int acrossStep, double from, double length, int pixels, int alongStep) {
		int first = Math.clamp((long) Math.floor(at - reach), 1, lines - 1);
		int last = Math.clamp((long) Math.ceil(at + reach), first, lines - 1);
		double[] steps = new double[last - first + 3];
		int best = first;
		for (int line = first; line <= last; line++) {
			double sum = 0;
			for (int i = 0; i < POINTS; i++) {
				double along = from + length * (CORNER + (1 - 2 * CORNER) * (i + 0.5) / POINTS);
				int pixel = Math.clamp((long) along, 0, pixels - 1) * alongStep + line * acrossStep;
				sum += Math.min(MOST, Math.abs(plane.luma()[pixel] - plane.luma()[pixel - acrossStep]));
			}
			steps[line - first + 1] = sum;
			best = sum > steps[best - first + 1] ? line : best;
		}
		int middle = best - first + 1;
		double before = best == first ? 0 : steps[middle - 1];
		double behind = best == last ? 0 : steps[middle + 1];
		double sum = before + steps[middle] + behind;
		return sum == 0 ? at : best + (behind - before) / sum;
	}
}

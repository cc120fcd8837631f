package org.hashaven.view.raster;

/**
 * An upright rectangle in a picture, or reaching over its edges; in pixels of a pyramid's first level, of which it may cut parts.
 *
 * @param left
 *            of its left edge
 * @param top
 *            of its upper edge
 * @param width
 *            above 0
 * @param height
 *            above 0
 */
public record Window(double left, double top, double width, double height) {

	public static Window between(double left, double top, double right, double bottom) {
		return new Window(left, top, right - left, bottom - top);
	}

	public double right() {
		return left + width;
	}

	public double bottom() {
		return top + height;
	}

	public double area() {
		return width * height;
	}

	/** With so much more at each side, in parts of the width and the height; less where below 0. */
	public Window grown(double atLeft, double atTop, double atRight, double atBottom) {
		return between(left - atLeft * width, top - atTop * height, right() + atRight * width, bottom() + atBottom * height);
	}

	/** Whether no side lies farther from the other's than this part of its length. */
	public boolean isNear(Window other, double part) {
		double across = part * Math.min(width, other.width);
		double down = part * Math.min(height, other.height);
		return Math.abs(left - other.left) <= across && Math.abs(right() - other.right()) <= across && Math.abs(top - other.top) <= down
				&& Math.abs(bottom() - other.bottom()) <= down;
	}

	/** The part of it that lies within another. */
	public Window within(Window other) {
		return between(Math.max(left, other.left), Math.max(top, other.top), Math.min(right(), other.right()),
				Math.min(bottom(), other.bottom()));
	}
}

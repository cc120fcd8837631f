package org.hashaven.samples.pictures;

import java.util.Arrays;

/**
 * A band of rows being painted, front to back: three planes of light and one that says how much of each pixel is still open.
 *
 * <p>
 * Front to back, because what is hidden then costs nothing. Every layer is a function of the place alone, so a picture may be painted band
 * by band: little memory, and the band stays in the cache. Sums and products of floats are the same on every machine.
 */
final class Canvas {

	/** Less than one step of 8 bits. */
	private static final float HIDDEN = 1 / 512f;

	private final Frame frame;
	private final int columns;
	private final float[] red;
	private final float[] green;
	private final float[] blue;
	private final float[] open;
	private int top;
	private int rows;

	Canvas(Frame frame, int columns, int maxRows) {
		this.frame = frame;
		this.columns = columns;
		this.red = new float[columns * maxRows];
		this.green = new float[columns * maxRows];
		this.blue = new float[columns * maxRows];
		this.open = new float[columns * maxRows];
	}

	/** Starts a new band, all open. */
	void start(int firstRow, int rowCount) {
		top = firstRow;
		rows = rowCount;
		Arrays.fill(red, 0);
		Arrays.fill(green, 0);
		Arrays.fill(blue, 0);
		Arrays.fill(open, 1);
	}

	Frame frame() {
		return frame;
	}

	/** First row of the band. */
	int top() {
		return top;
	}

	/** First row after the band. */
	int bottom() {
		return top + rows;
	}

	/** Pixels a row. */
	int columns() {
		return columns;
	}

	/** Where a column's middle lies in the scene. */
	double x(int column) {
		return (column + 0.5) * frame.pixelWidth();
	}

	/** Where a row's middle lies in the scene. */
	double y(int row) {
		return (row + 0.5) * frame.pixelHeight();
	}

	/** First column whose middle is at or right of this place; from 0 to the number of columns. */
	int columnFrom(double x) {
		return Math.clamp((long) Math.ceil(x / frame.pixelWidth() - 0.5), 0, columns);
	}

	/** First row of the band whose middle is at or below this place; from {@link #top()} to {@link #bottom()}. */
	int rowFrom(double y) {
		return Math.clamp((long) Math.ceil(y / frame.pixelHeight() - 0.5), top, bottom());
	}

	/** Index of a pixel for the calls below. */
	int index(int column, int row) {
		return (row - top) * columns + column;
	}

	/** Whether the layers so far hide whatever comes behind. */
	boolean hidden(int index) {
		return open[index] < HIDDEN;
	}

	/** Lays paint behind what is there: a tone between two colours, lit, closing the given part of what is still open. */
	void lay(int index, double cover, Colour dark, Colour bright, double tone, double light) {
		float t = (float) tone;
		float l = (float) light;
		float c = open[index] * (float) cover;
		red[index] += (dark.red() + (bright.red() - dark.red()) * t) * l * c;
		green[index] += (dark.green() + (bright.green() - dark.green()) * t) * l * c;
		blue[index] += (dark.blue() + (bright.blue() - dark.blue()) * t) * l * c;
		open[index] -= c;
	}

	float red(int index) {
		return red[index];
	}

	float green(int index) {
		return green[index];
	}

	float blue(int index) {
		return blue[index];
	}
}

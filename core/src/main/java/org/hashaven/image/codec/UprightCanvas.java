package org.hashaven.image.codec;

import java.util.Arrays;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.RgbImage;

/**
 * The upright picture while it is being filled: blocks of stored pixels go in where the file has them and land where the eye expects them.
 * Turning while copying saves a second picture's memory.
 */
public final class UprightCanvas {

	/** Side of the squares a turned block is copied in: both sides of the copy then stay within the cache. */
	private static final int SQUARE = 32;

	private final int storedWidth;
	private final int storedHeight;
	private final int channels;
	private final Symmetry orientation;
	private final byte[] upright;
	/** Where stored pixel (0, 0) lands, and how far one stored step right or down moves, in upright pixels. */
	private final int origin;
	private final int stepX;
	private final int stepY;

	public UprightCanvas(int storedWidth, int storedHeight, int channels, Symmetry orientation) {
		this.storedWidth = storedWidth;
		this.storedHeight = storedHeight;
		this.channels = channels;
		this.orientation = orientation;
		this.upright = new byte[Math.multiplyExact(Math.multiplyExact(storedWidth, storedHeight), channels)];
		int alongX = orientation.transposes() ? storedHeight : 1;
		int alongY = orientation.transposes() ? 1 : storedWidth;
		this.stepX = orientation.reversesX() ? -alongX : alongX;
		this.stepY = orientation.reversesY() ? -alongY : alongY;
		this.origin = (orientation.reversesX() ? (storedWidth - 1) * alongX : 0)
				+ (orientation.reversesY() ? (storedHeight - 1) * alongY : 0);
	}

	public int channels() {
		return channels;
	}

	/** Gives every sample this value. */
	void fill(byte value) {
		Arrays.fill(upright, value);
	}

	/** Rows {@code y .. y + rows - 1} over the whole width, from the start of {@code samples}. */
	public void putRows(int y, int rows, byte[] samples) {
		put(0, y, storedWidth, rows, samples, storedWidth * channels);
	}

	/**
	 * A block of stored pixels with its top left corner at (x, y); what lies outside the picture is cut off.
	 *
	 * @param stride
	 *            bytes from one row of {@code samples} to the next
	 */
	public void put(int x, int y, int width, int height, byte[] samples, int stride) {
		int fromX = Math.max(0, -x);
		int fromY = Math.max(0, -y);
		int toX = (int) Math.min(width, (long) storedWidth - x);
		int toY = (int) Math.min(height, (long) storedHeight - y);
		if (stepX == 1) {
			for (int row = fromY; row < toY && fromX < toX; row++) {
				System.arraycopy(samples, row * stride + fromX * channels, upright, place(x + fromX, y + row), (toX - fromX) * channels);
			}
			return;
		}
		for (int top = fromY; top < toY; top += SQUARE) {
			for (int left = fromX; left < toX; left += SQUARE) {
				putSquare(x, y, left, top, Math.min(left + SQUARE, toX), Math.min(top + SQUARE, toY), samples, stride);
			}
		}
	}

	private void putSquare(int x, int y, int left, int top, int right, int bottom, byte[] samples, int stride) {
		int step = stepX * channels;
		for (int row = top; row < bottom; row++) {
			int from = row * stride + left * channels;
			int to = place(x + left, y + row);
			if (channels == 1) {
				for (int column = left; column < right; column++, to += step) {
					upright[to] = samples[from++];
				}
			} else {
				for (int column = left; column < right; column++, to += step) {
					upright[to] = samples[from];
					upright[to + 1] = samples[from + 1];
					upright[to + 2] = samples[from + 2];
					from += 3;
				}
			}
		}
	}

	private int place(int x, int y) {
		return (origin + x * stepX + y * stepY) * channels;
	}

	/** The finished picture; the canvas must not be written to again. */
	public RgbImage image() {
		int width = orientation.transposes() ? storedHeight : storedWidth;
		int height = orientation.transposes() ? storedWidth : storedHeight;
		return channels == 1 ? RgbImage.ofGrey(width, height, upright) : RgbImage.ofRgb(width, height, upright);
	}
}

package org.hashaven.view.raster;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.image.LumaRows;
import org.hashaven.image.RgbImage;

/**
 * A picture's luma, reduced to at most {@value #MAX_SIDE} pixels a side by the means of whole blocks, and half of that, a quarter, and so
 * on.
 *
 * <p>
 * Places are given in the pixels of the first level; the picture may end within its last column and row.
 */
public final class Pyramid {

	/** Pixels of the longer side of the first level, at most. */
	static final int MAX_SIDE = 1280;

	/** A level is coarse enough when halved it would have fewer pixels a side than this. */
	private static final int LEAST_SIDE = 8;
	private static final int LEVELS = 6;

	// PDQ's weights of red, green and blue.
	private static final float RED = 0.299f;
	private static final float GREEN = 0.587f;
	private static final float BLUE = 0.114f;

	private final List<Plane> levels = new ArrayList<>();
	private final double width;
	private final double height;

	private Pyramid(Plane first, double width, double height) {
		this.width = width;
		this.height = height;
		levels.add(first);
		while (levels.size() < LEVELS && Math.min(levels.getLast().width(), levels.getLast().height()) >= 2 * LEAST_SIDE) {
			levels.add(levels.getLast().halved());
		}
	}

	/** Reduces a picture. */
	public static Pyramid of(RgbImage image) {
		int block = (Math.max(image.width(), image.height()) + MAX_SIDE - 1) / MAX_SIDE;
		int across = (image.width() + block - 1) / block;
		int down = (image.height() + block - 1) / block;
		float[] luma = new float[across * down];
		if (block == 1) {
			LumaRows rows = new LumaRows(image);
			for (int y = 0; y < down; y++) {
				rows.take(y, luma, y * across);
			}
			return new Pyramid(new Plane(across, down, luma), across, down);
		}
		int[] sums = new int[3 * image.width()];
		for (int y = 0; y < down; y++) {
			int rows = Math.min(block, image.height() - y * block);
			reduce(image, y * block, rows, block, sums, luma, y * across);
		}
		return new Pyramid(new Plane(across, down, luma), image.width() / (double) block, image.height() / (double) block);
	}

	private static void reduce(RgbImage image, int from, int rows, int block, int[] sums, float[] luma, int to) {
		int values = image.width() * image.channels();
		byte[] samples = image.samples();
		int at = from * values;
		for (int i = 0; i < values; i++) {
			sums[i] = samples[at + i] & 0xff;
		}
		for (int row = 1; row < rows; row++) {
			at += values;
			for (int i = 0; i < values; i++) {
				sums[i] += samples[at + i] & 0xff;
			}
		}
		if (image.channels() == 1) {
			greyBlocks(sums, image.width(), rows, block, luma, to);
		} else {
			colourBlocks(sums, image.width(), rows, block, luma, to);
		}
	}

	private static void greyBlocks(int[] sums, int width, int rows, int block, float[] luma, int to) {
		int out = to;
		for (int x = 0; x < width; x += block) {
			int end = Math.min(x + block, width);
			int sum = 0;
			for (int i = x; i < end; i++) {
				sum += sums[i];
			}
			luma[out++] = (float) sum / (rows * (end - x));
		}
	}

	private static void colourBlocks(int[] sums, int width, int rows, int block, float[] luma, int to) {
		int out = to;
		for (int x = 0; x < width; x += block) {
			int end = Math.min(x + block, width);
			int red = 0;
			int green = 0;
			int blue = 0;
			for (int i = 3 * x; i < 3 * end; i += 3) {
				red += sums[i];
				green += sums[i + 1];
				blue += sums[i + 2];
			}
			luma[out++] = (RED * red + GREEN * green + BLUE * blue) / (rows * (end - x));
		}
	}

	/** The picture's width in pixels of the first level. */
	public double width() {
		return width;
	}

	/** The picture's height in pixels of the first level. */
	public double height() {
		return height;
	}

	/** All of the picture. */
	public Window whole() {
		return new Window(0, 0, width, height);
	}

	/** The level whose pixels have sides of 1, 2, 4, … of the first one's. */
	public Plane level(int level) {
		return levels.get(level);
	}

	/** The finest level whose sides do not exceed the given number of pixels, else the coarsest. */
	public int levelFor(int side) {
		int level = 0;
		while (Math.max(levels.get(level).width(), levels.get(level).height()) > side && level + 1 < levels.size()) {
			level++;
		}
		return level;
	}

	/** The coarsest level at which such a side still has the given number of pixels. */
	int levelOf(double side, double pixels) {
		int level = 0;
		while (level + 1 < levels.size() && side / (2 << level) >= pixels) {
			level++;
		}
		return level;
	}
}

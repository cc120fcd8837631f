package org.hashaven.view;

import java.util.Arrays;
import org.hashaven.pdq.PdqHasher;

/** Brings an upright window to 64 × 64 samples, as PDQ would sample a picture of what it shows; used by one thread at a time. */
final class WindowSampler {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	/** Pixels of a window's shorter side that are looked at, at least, where there are so many. */
	private static final double PIXELS = 96;

	private final TentAxis across = new TentAxis();
	private final TentAxis down = new TentAxis();
	/** A part of a row of the plane. */
	private final float[] pixels = new float[Pyramid.MAX_SIDE];
	/** A row of samples, before it is brought to 64. */
	private final float[] line = new float[Pyramid.MAX_SIDE];

	/**
	 * Samples a window.
	 *
	 * @param window
	 *            where the cells lie
	 * @param shown
	 *            what is seen of the picture; its edge pixels stand for what lies beyond
	 * @param mirrored
	 *            whether columns are taken from the right
	 * @param flipped
	 *            whether rows are taken from below
	 * @param samples
	 *            takes the samples, row after row
	 */
	void sample(Pyramid pyramid, Window window, Window shown, boolean mirrored, boolean flipped, float[] samples) {
		int level = pyramid.levelOf(Math.min(window.width(), window.height()), PIXELS);
		sample(pyramid.level(level), level, window, shown, mirrored, flipped, samples);
	}

	/** Samples a window of a plane that lies as a level of the pyramid does. */
	void sample(Plane plane, int level, Window window, Window shown, boolean mirrored, boolean flipped, float[] samples) {
		double scale = 1.0 / (1 << level);
		across.lay(window.left() * scale, window.width() * scale, shown.left() * scale, shown.right() * scale, plane.width(), mirrored);
		down.lay(window.top() * scale, window.height() * scale, shown.top() * scale, shown.bottom() * scale, plane.height(), flipped);
		for (int row = 0; row < SIDE; row++) {
			sum(plane, row);
			for (int column = 0; column < SIDE; column++) {
				samples[row * SIDE + column] = sample(column);
			}
		}
	}

	private void sum(Plane plane, int row) {
		int from = across.from();
		int length = across.to() - from;
		Arrays.fill(line, 0, length, 0);
		for (int i = 0; i < down.count(row); i++) {
			System.arraycopy(plane.luma(), (down.first(row) + i) * plane.width() + from, pixels, 0, length);
			add(pixels, down.weights()[down.at(row) + i], line, length);
		}
	}

	/** Without offsets, so that the JIT makes vectors of it. */
	private static void add(float[] luma, float weight, float[] sums, int length) {
		for (int i = 0; i < length; i++) {
			sums[i] += weight * luma[i];
		}
	}

	private float sample(int column) {
		float[] weights = across.weights();
		int at = across.at(column);
		int pixel = across.first(column) - across.from();
		float sum = 0;
		for (int i = 0; i < across.count(column); i++) {
			sum += line[pixel + i] * weights[at + i];
		}
		return sum;
	}
}

package org.hashaven.view.raster;

import java.util.Arrays;
import org.hashaven.pdq.PdqHasher;
import org.jspecify.annotations.Nullable;

/** Brings an upright window to 64 × 64 samples, as PDQ would sample a picture of what it shows; used by one thread at a time. */
public final class WindowSampler {

	private static final int SIDE = PdqHasher.SAMPLE_SIDE;
	/** Minimum number of sampled pixels of a window's shorter side, where the window has them. */
	private static final double PIXELS = 96;

	private static final int AT_ONCE = 4;

	private record Asked(Pyramid pyramid, Window window, Window shown, boolean mirrored, boolean flipped) {
	}

	private final TentAxis across = new TentAxis();
	private final TentAxis down = new TentAxis();
	/** What was sampled last: a picture in a chat is hashed as it is, with its corners filled, and so on. */
	private @Nullable Asked last;
	private final float[] lastSamples = new float[PdqHasher.SAMPLES];
	/** A part of a row of the plane. */
	private final float[] pixels = new float[Pyramid.MAX_SIDE];
	/** Rows of samples, before they are brought to 64. */
	private final float[][] lines = new float[AT_ONCE][Pyramid.MAX_SIDE];

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
	public void sample(Pyramid pyramid, Window window, Window shown, boolean mirrored, boolean flipped, float[] samples) {
		Asked asked = new Asked(pyramid, window, shown, mirrored, flipped);
		if (asked.equals(last)) {
			System.arraycopy(lastSamples, 0, samples, 0, samples.length);
			return;
		}
		int level = pyramid.levelOf(Math.min(window.width(), window.height()), PIXELS);
		sample(pyramid.level(level), level, window, shown, mirrored, flipped, samples);
		System.arraycopy(samples, 0, lastSamples, 0, samples.length);
		last = asked;
	}

	/** Samples a window of a plane that lies as a level of the pyramid does. */
	public void sample(Plane plane, int level, Window window, Window shown, boolean mirrored, boolean flipped, float[] samples) {
		double scale = 1.0 / (1 << level);
		across.lay(window.left() * scale, window.width() * scale, shown.left() * scale, shown.right() * scale, plane.width(), mirrored);
		down.lay(window.top() * scale, window.height() * scale, shown.top() * scale, shown.bottom() * scale, plane.height(), flipped);
		for (int row = 0; row < SIDE; row += AT_ONCE) {
			for (int i = 0; i < AT_ONCE; i++) {
				sum(plane, row + i, lines[i]);
			}
			fourRows(lines[0], lines[1], lines[2], lines[3], samples, row * SIDE);
		}
	}

	private void sum(Plane plane, int row, float[] line) {
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

	/** Four sums at a time: one alone would wait for each of its additions. */
	private void fourRows(float[] line0, float[] line1, float[] line2, float[] line3, float[] samples, int to) {
		float[] weights = across.weights();
		for (int column = 0; column < SIDE; column++) {
			int at = across.at(column);
			int pixel = across.first(column) - across.from();
			int count = across.count(column);
			float sum0 = 0;
			float sum1 = 0;
			float sum2 = 0;
			float sum3 = 0;
			for (int i = 0; i < count; i++) {
				float weight = weights[at + i];
				sum0 += line0[pixel + i] * weight;
				sum1 += line1[pixel + i] * weight;
				sum2 += line2[pixel + i] * weight;
				sum3 += line3[pixel + i] * weight;
			}
			samples[to + column] = sum0;
			samples[to + SIDE + column] = sum1;
			samples[to + 2 * SIDE + column] = sum2;
			samples[to + 3 * SIDE + column] = sum3;
		}
	}
}

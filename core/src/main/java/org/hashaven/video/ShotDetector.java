package org.hashaven.video;

import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Notices where a new shot begins: the frame differs much from the one before, and much more than frames did until now.
 *
 * <p>
 * Compared are {@value #SIDE} × {@value #SIDE} pixels, spread evenly, of the luma (or of green): copying them takes a small part of the
 * time of decoding. Motion, noise and fades change every frame about as much as the frame before; so the threshold is {@value #FACTOR}
 * times the running mean of the differences, and at least {@value #MIN_LEVELS} of 255 levels a pixel. Slow changes are for the sampling.
 */
final class ShotDetector {

	private static final int SIDE = 32;
	private static final int PIXELS = SIDE * SIDE;
	private static final double MIN_LEVELS = 16;
	private static final double FACTOR = 3;
	/** How much of the running mean each frame replaces. */
	private static final double FADING = 0.2;
	private static final int GREEN = 1;

	private int[] before = new int[PIXELS];
	private int[] now = new int[PIXELS];
	private byte[] row = new byte[0];
	private boolean started;
	private double meanLevels;
	private int format = avutil.AV_PIX_FMT_NONE;
	private @Nullable AVPixFmtDescriptor description;

	/** Looks at the next frame; the first one begins no new shot. */
	boolean isNewShot(AVFrame frame) {
		if (!look(frame)) {
			return false;
		}
		int sum = 0;
		for (int i = 0; i < PIXELS; i++) {
			sum += Math.abs(now[i] - before[i]);
		}
		int[] swapped = before;
		before = now;
		now = swapped;
		if (!started) {
			started = true;
			return false;
		}
		double levels = sum / (double) PIXELS;
		boolean newShot = levels >= MIN_LEVELS && levels >= FACTOR * meanLevels;
		// The cut itself says nothing about the motion in the shots.
		meanLevels += newShot ? 0 : FADING * (levels - meanLevels);
		return newShot;
	}

	/** Copies the frame's pixels; false when they do not lie in memory as they should. */
	private boolean look(AVFrame frame) {
		if (frame.format() != format) {
			format = frame.format();
			description = avutil.av_pix_fmt_desc_get(format);
		}
		if (description == null || (description.flags() & (avutil.AV_PIX_FMT_FLAG_BITSTREAM | avutil.AV_PIX_FMT_FLAG_HWACCEL)) != 0) {
			return false;
		}
		boolean rgb = (description.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0 && description.nb_components() > GREEN;
		AVComponentDescriptor component = description.comp(rgb ? GREEN : 0);
		BytePointer plane = frame.data(component.plane());
		int stride = frame.linesize(component.plane());
		// Of samples of more than eight bits, which lie low byte first, the eight uppermost are taken.
		int shift = Math.max(0, component.depth() + component.shift() - Byte.SIZE);
		boolean wide = component.depth() + component.shift() > Byte.SIZE;
		int rowBytes = (frame.width() - 1) * component.step() + component.offset() + (wide ? 2 : 1);
		if (row.length < rowBytes) {
			row = new byte[rowBytes];
		}
		for (int y = 0; y < SIDE; y++) {
			plane.position((long) centre(y, frame.height()) * stride).get(row, 0, rowBytes);
			for (int x = 0; x < SIDE; x++) {
				int at = centre(x, frame.width()) * component.step() + component.offset();
				int sample = wide ? (row[at] & 0xff) | ((row[at + 1] & 0xff) << Byte.SIZE) : row[at] & 0xff;
				now[y * SIDE + x] = (sample >> shift) & 0xff;
			}
		}
		return true;
	}

	private static int centre(int cell, int pixels) {
		return (int) ((cell + 0.5) * pixels / SIDE);
	}
}

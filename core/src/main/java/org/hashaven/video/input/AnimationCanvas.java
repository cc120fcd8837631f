package org.hashaven.video.input;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** What is seen of an animated picture: parts of frames are put upon it one after the other. It begins black. */
final class AnimationCanvas implements AutoCloseable {

	private static final int OPAQUE = 255;

	private final int width;
	private final int height;
	private final byte[] rgb;
	private @Nullable AVFrame last;

	AnimationCanvas(int width, int height) {
		this.width = width;
		this.height = height;
		rgb = new byte[Math.multiplyExact(3, width * height)];
	}

	/** A part of the canvas. */
	record Area(int x, int y, int width, int height) {
	}

	/** Whether it lies within the canvas and has pixels. */
	boolean holds(Area area) {
		return area.x >= 0 && area.y >= 0 && area.width > 0 && area.height > 0 && area.width <= width - area.x
				&& area.height <= height - area.y;
	}

	/** Makes a part black again. */
	void clear(Area area) {
		for (int row = area.y; row < area.y + area.height; row++) {
			int from = 3 * (row * width + area.x);
			Arrays.fill(rgb, from, from + 3 * area.width, (byte) 0);
		}
	}

	/** The pixels of a part, to be put {@linkplain #restore back} later. */
	byte[] copy(Area area) {
		byte[] copy = new byte[3 * area.width * area.height];
		for (int row = 0; row < area.height; row++) {
			System.arraycopy(rgb, 3 * ((area.y + row) * width + area.x), copy, 3 * row * area.width, 3 * area.width);
		}
		return copy;
	}

	void restore(Area area, byte[] copy) {
		for (int row = 0; row < area.height; row++) {
			System.arraycopy(copy, 3 * row * area.width, rgb, 3 * ((area.y + row) * width + area.x), 3 * area.width);
		}
	}

	/**
	 * Puts a row of pixels upon the canvas.
	 *
	 * @param rgba
	 *            red, green, blue, alpha of each
	 * @param replaces
	 *            whether alpha is of no concern
	 */
	void blend(int x, int y, byte[] rgba, boolean replaces) {
		int at = 3 * (y * width + x);
		for (int from = 0; from < rgba.length; from += 4) {
			int alpha = replaces ? OPAQUE : rgba[from + 3] & 0xff;
			for (int colour = 0; colour < 3; colour++, at++) {
				int mixed = (rgba[from + colour] & 0xff) * alpha + (rgb[at] & 0xff) * (OPAQUE - alpha);
				rgb[at] = (byte) ((mixed + OPAQUE / 2) / OPAQUE);
			}
		}
	}

	/** The canvas as a frame of its own memory, which another thread may keep; it is freed with the next. */
	AVFrame show(long timeMs) {
		close();
		AVFrame frame = avutil.av_frame_alloc();
		last = frame;
		frame.width(width).height(height).format(avutil.AV_PIX_FMT_RGB24);
		frame.best_effort_timestamp(timeMs);
		if (avutil.av_frame_get_buffer(frame, 0) < 0) {
			throw new OutOfMemoryError("native memory for a frame");
		}
		for (int row = 0; row < height; row++) {
			frame.data(0).position((long) row * frame.linesize(0)).put(rgb, 3 * row * width, 3 * width);
		}
		return frame;
	}

	@Override
	public void close() {
		if (last != null) {
			avutil.av_frame_free(last);
			last = null;
		}
	}
}

package org.hashaven.javacv;

import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Order of the channels in a pixel, one byte each. */
enum PixelLayout {
	GREY(avutil.AV_PIX_FMT_GRAY8, 1, 0, 0, 0, -1), //
	BGR(avutil.AV_PIX_FMT_BGR24, 3, 2, 1, 0, -1), //
	RGB(avutil.AV_PIX_FMT_RGB24, 3, 0, 1, 2, -1), //
	BGRA(avutil.AV_PIX_FMT_BGRA, 4, 2, 1, 0, 3), //
	RGBA(avutil.AV_PIX_FMT_RGBA, 4, 0, 1, 2, 3), //
	ABGR(avutil.AV_PIX_FMT_ABGR, 4, 3, 2, 1, 0), //
	ARGB(avutil.AV_PIX_FMT_ARGB, 4, 1, 2, 3, 0);

	private final int ffmpegFormat;
	private final int channels;
	private final int red;
	private final int green;
	private final int blue;
	private final int alpha;

	PixelLayout(int ffmpegFormat, int channels, int red, int green, int blue, int alpha) {
		this.ffmpegFormat = ffmpegFormat;
		this.channels = channels;
		this.red = red;
		this.green = green;
		this.blue = blue;
		this.alpha = alpha;
	}

	/**
	 * The layout that OpenCV and JavaCV mean by a number of channels.
	 *
	 * @throws IllegalArgumentException
	 *             when they mean none by it
	 */
	static PixelLayout ofChannels(int channels) {
		return switch (channels) {
			case 1 -> GREY;
			case 3 -> BGR;
			case 4 -> BGRA;
			default -> throw new IllegalArgumentException(channels + " channels; supported are 1 (grey), 3 (BGR) and 4 (BGRA)");
		};
	}

	/** The layout of one of FFmpeg's {@code AV_PIX_FMT_}; null when it is none of these. */
	static @Nullable PixelLayout ofFfmpeg(int format) {
		for (PixelLayout layout : values()) {
			if (layout.ffmpegFormat == format) {
				return layout;
			}
		}
		return null;
	}

	/** FFmpeg's {@code AV_PIX_FMT_}. */
	int ffmpegFormat() {
		return ffmpegFormat;
	}

	/** Bytes of a pixel. */
	int channels() {
		return channels;
	}

	/** Offset of a pixel's alpha; negative if it has none. */
	int alpha() {
		return alpha;
	}

	/**
	 * Copies the colours of a row.
	 *
	 * @param rgb
	 *            takes red, green, blue of each pixel
	 * @param at
	 *            where the first one goes
	 */
	void copyColours(byte[] row, int width, byte[] rgb, int at) {
		for (int x = 0, from = 0, to = at; x < width; x++, from += channels, to += 3) {
			rgb[to] = row[from + red];
			rgb[to + 1] = row[from + green];
			rgb[to + 2] = row[from + blue];
		}
	}
}

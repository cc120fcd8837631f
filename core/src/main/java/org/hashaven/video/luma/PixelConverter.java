package org.hashaven.video.luma;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.hashaven.video.VideoException;
import org.hashaven.video.limit.VideoErrors;
import org.jspecify.annotations.Nullable;

/** Converts frames of any kind to one packed 8-bit format with swscale, in the colours of {@link YuvLuma}. */
public final class PixelConverter implements AutoCloseable {

	private static final int FLAGS = swscale.SWS_AREA | swscale.SWS_ACCURATE_RND;
	/** swscale's fixed-point 1: contrast and saturation as they are. */
	private static final int ONE = 1 << 16;
	private final int toFormat;
	private final int pixelBytes;
	private @Nullable SwsContext context;
	private @Nullable AVFrame pixels;
	private int width;
	private int height;
	private int format;
	private boolean fullRange;

	/**
	 * @param toFormat
	 *            one of FFmpeg's {@code AV_PIX_FMT_}
	 * @param pixelBytes
	 *            bytes of a pixel in that format
	 */
	public PixelConverter(int toFormat, int pixelBytes) {
		this.toFormat = toFormat;
		this.pixelBytes = pixelBytes;
	}

	/** Converts a frame, whose rows can be read then. */
	public void take(AVFrame frame) throws VideoException {
		boolean full = YuvLuma.isFullRange(frame);
		AVFrame to = pixels;
		if (to == null || width != frame.width() || height != frame.height() || format != frame.format() || fullRange != full) {
			to = open(frame, full);
		}
		if (swscale.sws_scale(context, frame.data(), frame.linesize(), 0, height, to.data(), to.linesize()) != height) {
			throw VideoErrors.damaged();
		}
	}

	private AVFrame open(AVFrame frame, boolean full) throws VideoException {
		free();
		width = frame.width();
		height = frame.height();
		format = frame.format();
		fullRange = full;
		context = swscale.sws_getContext(width, height, format, width, height, toFormat, FLAGS, null, null, (DoublePointer) null);
		if (context == null) {
			throw new VideoException(VideoException.Reason.UNSUPPORTED, "The video's colours are coded in a way that is not supported.");
		}
		IntPointer coefficients = swscale.sws_getCoefficients(swscale.SWS_CS_ITU601);
		swscale.sws_setColorspaceDetails(context, coefficients, full ? 1 : 0, coefficients, 1, 0, ONE, ONE);
		AVFrame to = avutil.av_frame_alloc();
		pixels = to;
		to.width(width).height(height).format(toFormat);
		if (avutil.av_frame_get_buffer(to, 0) < 0) {
			throw new OutOfMemoryError("native memory for a picture");
		}
		return to;
	}

	/** Copies one row of the last frame. */
	public void row(int y, byte[] to) {
		if (pixels == null) {
			throw new IllegalStateException("no frame yet");
		}
		pixels.data(0).position((long) y * pixels.linesize(0)).get(to, 0, pixelBytes * width);
	}

	private void free() {
		if (context != null) {
			swscale.sws_freeContext(context);
			context = null;
		}
		if (pixels != null) {
			avutil.av_frame_free(pixels);
			pixels = null;
		}
	}

	@Override
	public void close() {
		free();
	}
}

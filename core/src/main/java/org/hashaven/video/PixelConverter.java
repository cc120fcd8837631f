package org.hashaven.video;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Converts frames of any kind to one packed 8-bit format with swscale, in the colours of {@link YuvLuma}. */
final class PixelConverter implements AutoCloseable {

	private static final int FLAGS = swscale.SWS_AREA | swscale.SWS_ACCURATE_RND;
	/** swscale's fixed-point 1: contrast and saturation as they are. */
	private static final int ONE = 1 << 16;
	/** Bytes swscale's vector code may write past a row. */
	private static final int SLACK = 64;

	private final int toFormat;
	private final int pixelBytes;
	private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
	private final IntPointer strides = new IntPointer(4);
	private @Nullable SwsContext context;
	private @Nullable BytePointer pixels;
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
	PixelConverter(int toFormat, int pixelBytes) {
		this.toFormat = toFormat;
		this.pixelBytes = pixelBytes;
	}

	/** Converts a frame, whose rows can be read then. */
	void take(AVFrame frame) throws VideoException {
		boolean full = YuvLuma.isFullRange(frame);
		if (context == null || width != frame.width() || height != frame.height() || format != frame.format() || fullRange != full) {
			open(frame, full);
		}
		if (swscale.sws_scale(context, frame.data(), frame.linesize(), 0, height, planes, strides) != height) {
			throw VideoException.damaged();
		}
	}

	private void open(AVFrame frame, boolean full) throws VideoException {
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
		BytePointer memory = new BytePointer((long) pixelBytes * width * height + SLACK);
		pixels = memory;
		planes.put(0, memory).put(1, (BytePointer) null).put(2, (BytePointer) null).put(3, (BytePointer) null);
		strides.put(pixelBytes * width, 0, 0, 0);
	}

	/** Copies one row of the last frame. */
	void row(int y, byte[] to) {
		if (pixels == null) {
			throw new IllegalStateException("no frame yet");
		}
		int rowBytes = pixelBytes * width;
		pixels.position((long) y * rowBytes).get(to, 0, rowBytes);
	}

	private void free() {
		if (context != null) {
			swscale.sws_freeContext(context);
			context = null;
		}
		if (pixels != null) {
			pixels.position(0).close();
			pixels = null;
		}
	}

	@Override
	public void close() {
		free();
		planes.close();
		strides.close();
	}
}

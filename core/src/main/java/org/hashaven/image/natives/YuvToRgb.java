package org.hashaven.image.natives;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.HeifBox;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.RowSink;
import org.jspecify.annotations.Nullable;

/**
 * Converts a decoded frame of any depth and chroma layout to 8-bit RGB, or to grey when it has no chroma.
 *
 * <p>
 * Matrix and range are the container's ({@code nclx}) when it names them, else the coded picture's, else what MIAF says for neither: the
 * BT.601 matrix and full range.
 */
final class YuvToRgb implements AutoCloseable {

	private static final int FLAGS = swscale.SWS_BILINEAR | swscale.SWS_FULL_CHR_H_INT | swscale.SWS_ACCURATE_RND;
	/** swscale's fixed-point 1: contrast and saturation as they are. */
	private static final int ONE = 1 << 16;
	/** Bytes swscale's vector code may write past a row. */
	private static final int SLACK = 64;

	private final int matrix;
	private final int range;
	private @Nullable SwsContext context;
	private int contextFormat;

	/**
	 * @param colour
	 *            an {@code nclx} colour box or null
	 */
	YuvToRgb(@Nullable HeifBox colour) throws ImageException {
		if (colour == null) {
			matrix = avutil.AVCOL_SPC_UNSPECIFIED;
			range = avutil.AVCOL_RANGE_UNSPECIFIED;
		} else {
			matrix = colour.bytes().u16(colour.start() + 8);
			range = (colour.bytes().u8(colour.start() + 10) & 0x80) != 0 ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG;
		}
	}

	void convert(AVFrame frame, RowSink sink) throws ImageException {
		AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(frame.format());
		boolean grey = format != null && format.nb_components() <= 2; // the second is alpha
		int channels = grey ? 1 : 3;
		scale(context(frame, grey), frame, channels, sink);
	}

	/** Hands over the alpha of a frame, one byte a pixel; nothing for a frame that has none. */
	static void readAlpha(AVFrame frame, RowSink sink) throws ImageException {
		AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(frame.format());
		if (format == null || (format.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) == 0) {
			return;
		}
		SwsContext toRgba = swscale.sws_getContext(frame.width(), frame.height(), frame.format(), frame.width(), frame.height(),
				avutil.AV_PIX_FMT_RGBA, FLAGS, null, null, (DoublePointer) null);
		if (toRgba == null) {
			throw ImageErrors.unsupported("The picture's alpha is coded in a way that is not supported.");
		}
		try {
			scale(toRgba, frame, 4, (y, rows, channels, samples) -> {
				byte[] alpha = new byte[rows * frame.width()];
				for (int i = 0; i < alpha.length; i++) {
					alpha[i] = samples[4 * i + 3];
				}
				sink.put(y, rows, 1, alpha);
			});
		} finally {
			swscale.sws_freeContext(toRgba);
		}
	}

	/** Converts a frame to pixels of {@code channels} bytes. */
	private static void scale(SwsContext scale, AVFrame frame, int channels, RowSink sink) throws ImageException {
		int height = frame.height();
		int rowBytes = frame.width() * channels;
		try (BytePointer pixels = new BytePointer((long) rowBytes * height + SLACK);
				PointerPointer<BytePointer> planes = new PointerPointer<>(4);
				IntPointer strides = new IntPointer(rowBytes, 0, 0, 0)) {
			planes.put(0, pixels).put(1, (BytePointer) null).put(2, (BytePointer) null).put(3, (BytePointer) null);
			if (swscale.sws_scale(scale, frame.data(), frame.linesize(), 0, height, planes, strides) != height) {
				throw ImageErrors.corrupt("The picture is damaged and cannot be decoded.");
			}
			RowSink.copy(pixels, rowBytes, height, rowBytes, channels, sink);
		}
	}

	private SwsContext context(AVFrame frame, boolean grey) throws ImageException {
		SwsContext scale = context;
		if (scale != null && contextFormat == frame.format()) {
			return scale;
		}
		close();
		int to = grey ? avutil.AV_PIX_FMT_GRAY8 : avutil.AV_PIX_FMT_RGB24;
		scale = swscale.sws_getContext(frame.width(), frame.height(), frame.format(), frame.width(), frame.height(), to, FLAGS, null, null,
				(DoublePointer) null);
		if (scale == null) {
			throw ImageErrors.unsupported("The picture's colours are coded in a way that is not supported.");
		}
		context = scale;
		contextFormat = frame.format();
		IntPointer coefficients = swscale.sws_getCoefficients(swsMatrix(first(matrix, frame.colorspace(), avutil.AVCOL_SPC_UNSPECIFIED)));
		boolean full = first(range, frame.color_range(), avutil.AVCOL_RANGE_UNSPECIFIED) != avutil.AVCOL_RANGE_MPEG;
		swscale.sws_setColorspaceDetails(scale, coefficients, full ? 1 : 0, coefficients, 1, 0, ONE, ONE);
		return scale;
	}

	private static int first(int container, int coded, int unspecified) {
		return container != unspecified ? container : coded;
	}

	private static int swsMatrix(int matrix) {
		return switch (matrix) {
			case avutil.AVCOL_SPC_BT709 -> swscale.SWS_CS_ITU709;
			case avutil.AVCOL_SPC_FCC -> swscale.SWS_CS_FCC;
			case avutil.AVCOL_SPC_SMPTE240M -> swscale.SWS_CS_SMPTE240M;
			case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL -> swscale.SWS_CS_BT2020;
			default -> swscale.SWS_CS_ITU601;
		};
	}

	@Override
	public void close() {
		if (context != null) {
			swscale.sws_freeContext(context);
			context = null;
		}
	}
}

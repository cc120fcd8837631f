package org.hashaven.javacv;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a {@code Mat} or {@code Frame} where they are, one byte a channel; valid as long as the original is neither changed nor
 * freed.
 *
 * @param bytes
 *            row after row from the first one
 * @param stride
 *            bytes from row to row
 */
record PackedPixels(ByteBuffer bytes, PixelLayout layout, int width, int height, int stride) {

	private static final byte OPAQUE = (byte) 255;

	/**
	 * @throws IllegalArgumentException
	 *             when the pixels do not lie within the bytes
	 */
	PackedPixels {
		long rowBytes = (long) width * layout.channels();
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("no pixels");
		}
		if (stride < rowBytes || (height - 1L) * stride + rowBytes > bytes.capacity()) {
			throw new IllegalArgumentException(
					"%d x %d pixels of %d bytes, %d bytes a row, are not within %d bytes".formatted(width, height,
							layout.channels(), stride, bytes.capacity()));
		}
	}

	/**
	 * Those of a {@code Mat}, all or a part of another one.
	 *
	 * @throws IllegalArgumentException
	 *             when it is empty, has not two dimensions, or its elements are not 1, 3 or 4 channels of 8 bits
	 */
	static PackedPixels of(Mat mat) {
		if (mat.empty() || mat.dims() != 2) {
			throw new IllegalArgumentException("the Mat has no pixels in two dimensions");
		}
		if (mat.depth() != opencv_core.CV_8U) {
			throw new IllegalArgumentException(
					"the Mat's depth is not CV_8U; convert it first with Mat.convertTo(other, CV_8U, scale, 0)");
		}
		PixelLayout layout = PixelLayout.ofChannels(mat.channels());
		long bytes = (mat.rows() - 1L) * mat.step() + (long) mat.cols() * layout.channels();
		return new PackedPixels(mat.data().capacity(arrayBytes(bytes)).asByteBuffer(), layout, mat.cols(), mat.rows(),
				Math.toIntExact(mat.step()));
	}

	/**
	 * Those of a {@code Frame}.
	 *
	 * @throws IllegalArgumentException
	 *             when it has no image, or its pixels are not 1, 3 or 4 channels of 8 bits side by side
	 */
	static PackedPixels of(Frame frame) {
		ByteBuffer buffer = imageBytes(frame);
		AVFrame decoded = decoded(frame, buffer);
		if (decoded == null) {
			return new PackedPixels(buffer, PixelLayout.ofChannels(frame.imageChannels), frame.imageWidth, frame.imageHeight,
					frame.imageStride);
		}
		// FFmpegFrameGrabber divides the padded stride by the width for the number of channels: four, for BGR of 40 pixels a row.
		PixelLayout layout = PixelLayout.ofFfmpeg(decoded.format());
		if (layout == null) {
			throw new IllegalArgumentException("the Frame's pixels are raw, as the codec has them; use ImageMode.COLOR, or GrabberHasher");
		}
		return new PackedPixels(buffer, layout, decoded.width(), decoded.height(), decoded.linesize(0));
	}

	/** The {@code AVFrame} in which FFmpeg's grabber or filter has the image of a frame; null for a frame from elsewhere, or a copy. */
	static @Nullable AVFrame decoded(Frame frame) {
		return decoded(frame, imageBytes(frame));
	}

	private static @Nullable AVFrame decoded(Frame frame, ByteBuffer image) {
		boolean own = frame.opaque instanceof AVFrame decoded && !decoded.isNull() && decoded.width() > 0 && image.isDirect()
				&& decoded.data(0) != null && decoded.data(0).address() == new BytePointer(image).address();
		return own ? (AVFrame) frame.opaque : null;
	}

	private static ByteBuffer imageBytes(Frame frame) {
		if (frame.image == null || frame.image.length == 0) {
			throw new IllegalArgumentException("the Frame has no image");
		}
		if (frame.imageDepth != Frame.DEPTH_UBYTE || !(frame.image[0] instanceof ByteBuffer buffer)) {
			throw new IllegalArgumentException("the Frame's depth is not DEPTH_UBYTE; convert it to 8 bits a channel first");
		}
		if (frame.image.length > 1) {
			throw new IllegalArgumentException("the Frame's channels are apart; only packed pixels are supported");
		}
		// With its own limits, and without those that the last reader has set.
		return buffer.duplicate().clear();
	}

	/** Copies them. */
	RgbImage toRgbImage() {
		return layout == PixelLayout.GREY ? toGrey() : withAlpha(toColours());
	}

	private RgbImage toGrey() {
		byte[] samples = new byte[arrayBytes((long) width * height)];
		for (int y = 0; y < height; y++) {
			bytes.get(y * stride, samples, y * width, width);
		}
		return RgbImage.ofGrey(width, height, samples);
	}

	private RgbImage toColours() {
		byte[] samples = new byte[arrayBytes(3L * width * height)];
		byte[] row = new byte[width * layout.channels()];
		for (int y = 0; y < height; y++) {
			bytes.get(y * stride, row);
			layout.copyColours(row, width, samples, 3 * y * width);
		}
		return RgbImage.ofRgb(width, height, samples);
	}

	/** With its alpha, unless that says that all or nothing is seen: sources that have none may leave zeros in its place. */
	private RgbImage withAlpha(RgbImage image) {
		if (layout.alpha() < 0) {
			return image;
		}
		byte[] plane = new byte[width * height];
		byte all = OPAQUE;
		byte any = 0;
		for (int y = 0; y < height; y++) {
			for (int x = 0, from = y * stride + layout.alpha(); x < width; x++, from += layout.channels()) {
				byte opaque = bytes.get(from);
				plane[y * width + x] = opaque;
				all &= opaque;
				any |= opaque;
			}
		}
		return all == OPAQUE || any == 0 ? image : image.withAlpha(plane);
	}

	private static int arrayBytes(long bytes) {
		if (bytes > Integer.MAX_VALUE - 8) {
			throw new IllegalArgumentException("too many pixels for one array");
		}
		return (int) bytes;
	}
}

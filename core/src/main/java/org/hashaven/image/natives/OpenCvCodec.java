package org.hashaven.image.natives;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.AlphaPlane;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.RowSink;
import org.hashaven.image.codec.UprightCanvas;

/** Decodes JPEG, TIFF and single WebP frames with OpenCV, from memory to memory, after the header has been held against the limits. */
public final class OpenCvCodec {

	private static final byte[] NO_END = {};
	/** The text of OpenCV's error code -4, which JavaCPP does not hand over. */
	private static final String OUT_OF_MEMORY = "(-4:";

	private OpenCvCodec() {
	}

	public static RgbImage decode(Bytes bytes, ImageHeader header) throws ImageException {
		return decode(bytes, NO_END, header);
	}

	/** Makes a picture of what OpenCV decodes, in whatever channels and depth. */
	public interface PixelReader {
		RgbImage read(Mat pixels) throws ImageException;
	}

	/** In the channels and the depth of the file. */
	public static RgbImage decodeAsStored(Bytes bytes, PixelReader reader) throws ImageException {
		return decode(bytes, NO_END, opencv_imgcodecs.IMREAD_UNCHANGED, reader);
	}

	/** Of a picture with alpha, which is set apart. */
	public static RgbImage decodeWithAlpha(Bytes bytes, ImageHeader header) throws ImageException {
		return decodeAsStored(bytes, pixels -> {
			requireShape(pixels, header, 4);
			UprightCanvas canvas = new UprightCanvas(pixels.cols(), pixels.rows(), 3, header.orientation());
			AlphaPlane alpha = new AlphaPlane(pixels.cols(), pixels.rows(), header.orientation());
			int width = pixels.cols();
			byte[] colours = new byte[3 * width];
			byte[] clear = new byte[width];
			RowSink.copy(pixels.data(), pixels.step(), pixels.rows(), width * 4, 4, (y, rows, same, samples) -> {
				for (int row = 0; row < rows; row++) {
					for (int x = 0, from = 4 * row * width; x < width; x++, from += 4) {
						colours[3 * x] = samples[from + 2];
						colours[3 * x + 1] = samples[from + 1];
						colours[3 * x + 2] = samples[from];
						clear[x] = samples[from + 3];
					}
					canvas.putRows(y + row, 1, colours);
					alpha.put(0, y + row, width, 1, clear, width);
				}
			});
			return alpha.of(canvas.image());
		});
	}

	private static void requireShape(Mat pixels, ImageHeader header, int channels) throws ImageException {
		if (pixels.cols() != header.width() || pixels.rows() != header.height() || pixels.channels() != channels) {
			throw ImageErrors.corrupt("The picture is damaged and cannot be decoded.");
		}
	}

	/**
	 * Decodes a file whose end may be missing.
	 *
	 * @param end
	 *            bytes to add behind the file
	 */
	public static RgbImage decode(Bytes bytes, byte[] end, ImageHeader header) throws ImageException {
		// Symmetry is applied here, for every format in the same way, not by OpenCV.
		int flags = opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION
				| (header.grey() ? opencv_imgcodecs.IMREAD_GRAYSCALE : opencv_imgcodecs.IMREAD_COLOR_RGB);
		return decode(bytes, end, flags, pixels -> {
			int channels = header.grey() ? 1 : 3;
			requireShape(pixels, header, channels);
			UprightCanvas canvas = new UprightCanvas(pixels.cols(), pixels.rows(), channels, header.orientation());
			RowSink.copy(pixels.data(), pixels.step(), pixels.rows(), pixels.cols() * channels, channels,
					(y, rows, same, samples) -> canvas.putRows(y, rows, samples));
			return canvas.image();
		});
	}

	private static RgbImage decode(Bytes bytes, byte[] end, int flags, PixelReader reader) throws ImageException {
		NativeDecoders.requireOpenCv();
		int length = bytes.length() + end.length;
		try (BytePointer file = new BytePointer((long) length); Mat coded = new Mat(1, length, opencv_core.CV_8UC1, file)) {
			file.put(bytes.array(), 0, bytes.length()).position(bytes.length()).put(end, 0, end.length).position(0);
			try (Mat pixels = imdecode(coded, flags)) {
				return reader.read(pixels);
			}
		}
	}

	private static Mat imdecode(Mat file, int flags) throws ImageException {
		NativeStderr.silence();
		try {
			return opencv_imgcodecs.imdecode(file, flags);
		} catch (RuntimeException e) {
			// JavaCPP's form of a C++ exception; its text names sources and sizes, nothing for a reader.
			if (String.valueOf(e.getMessage()).contains(OUT_OF_MEMORY)) {
				throw (OutOfMemoryError) new OutOfMemoryError("native memory for a picture").initCause(e);
			}
			throw ImageErrors.corrupt("The picture is damaged and cannot be decoded.");
		} finally {
			NativeStderr.restore();
		}
	}
}

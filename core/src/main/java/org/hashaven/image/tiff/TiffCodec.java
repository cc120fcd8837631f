package org.hashaven.image.tiff;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.AlphaPlane;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.codec.UprightCanvas;
import org.hashaven.image.natives.OpenCvCodec;

/**
 * Decodes a TIFF with OpenCV's libtiff. Samples of 12 bits and of floating point come as they are stored, and are scaled here. What the
 * library cannot read is called by its name; the file is not damaged.
 */
public final class TiffCodec {

	private static final int MOST_OF_8_BITS = 255;
	/** As OpenCV gives them: in the upper bits of 16. */
	private static final int MOST_OF_12_BITS = 4_095 << 4;
	private static final int MOST_OF_16_BITS = 65_535;

	private TiffCodec() {
	}

	public static RgbImage decode(Bytes bytes, ImageHeader header) throws ImageException {
		TiffHeader.Samples samples = TiffHeader.samples(bytes);
		Bytes plain = TiffHeader.plain(bytes);
		try {
			if (samples.isFloat() || samples.bits() == 12) {
				return OpenCvCodec.decodeAsStored(plain, pixels -> scaled(pixels, header, samples));
			}
			RgbImage image = OpenCvCodec.decode(plain, header);
			TiffHeader.Alpha alpha = TiffHeader.alpha(bytes);
			return alpha == TiffHeader.Alpha.NONE
					? image
					: AlphaPlane.apply(image, alpha(bytes, plain, header), alpha == TiffHeader.Alpha.PREMULTIPLIED);
		} catch (ImageException e) {
			String variant = samples.rareVariant();
			throw variant == null || e.reason() != ImageException.Reason.CORRUPT ? e : ImageException.otherFormat(variant);
		}
	}

	/** Decoded for itself: colours stay what OpenCV makes of them without alpha. */
	private static byte[] alpha(Bytes bytes, Bytes plain, ImageHeader header) throws ImageException {
		int width = (int) header.width();
		UprightCanvas canvas = new UprightCanvas(width, (int) header.height(), 1, header.orientation());
		TiffHeader.InTurns turns = header.grey() ? TiffHeader.greyAndAlphaInTurns(bytes) : new TiffHeader.InTurns(plain, 0);
		int samples = header.grey() ? 2 : 4;
		return OpenCvCodec.decodeAsStored(turns.file(), pixels -> {
			boolean wide = pixels.depth() == opencv_core.CV_16U;
			if (pixels.rows() != header.height() || (long) pixels.cols() * pixels.channels() != (long) samples * width
					|| (!wide && pixels.depth() != opencv_core.CV_8U)) {
				throw ImageErrors.corrupt("The picture is damaged and cannot be decoded.");
			}
			int[] row = new int[samples * width];
			byte[] alpha = new byte[width];
			for (int y = 0; y < pixels.rows(); y++) {
				readIntegers(pixels, y, row);
				addUp(row, turns.differencesWithin(), wide ? MOST_OF_16_BITS : MOST_OF_8_BITS);
				for (int x = 0; x < width; x++) {
					int value = row[samples * x + samples - 1];
					alpha[x] = (byte) (wide ? value >> Byte.SIZE : value);
				}
				canvas.putRows(y, 1, alpha);
			}
			return canvas.image();
		}).samples();
	}

	/** Undoes differences between neighbours, of grey and alpha in turns. */
	private static void addUp(int[] row, int within, int mask) {
		for (int at = 2; within > 0 && at < row.length; at++) {
			if (at % (2 * within) >= 2) {
				row[at] = (row[at] + row[at - 2]) & mask;
			}
		}
	}

	private static void readIntegers(Mat pixels, int y, int[] row) {
		if (pixels.depth() == opencv_core.CV_8U) {
			byte[] values = new byte[row.length];
			new BytePointer(pixels.ptr(y)).get(values);
			for (int i = 0; i < row.length; i++) {
				row[i] = values[i] & 0xff;
			}
			return;
		}
		short[] values = new short[row.length];
		new ShortPointer(pixels.ptr(y)).get(values);
		for (int i = 0; i < row.length; i++) {
			row[i] = values[i] & 0xffff;
		}
	}

	private static RgbImage scaled(Mat pixels, ImageHeader header, TiffHeader.Samples samples) throws ImageException {
		int channels = pixels.channels();
		int depth = pixels.depth();
		if (pixels.cols() != header.width() || pixels.rows() != header.height() || (channels != 1 && channels != 3 && channels != 4)
				|| depth != (samples.isFloat() ? opencv_core.CV_32F : opencv_core.CV_16U)) {
			throw ImageErrors.corrupt("The picture is damaged and cannot be decoded.");
		}
		int kept = Math.min(channels, 3);
		UprightCanvas canvas = new UprightCanvas(pixels.cols(), pixels.rows(), kept, header.orientation());
		double most = samples.isFloat() ? mostOf(pixels) : MOST_OF_12_BITS;
		float[] row = new float[pixels.cols() * channels];
		byte[] eight = new byte[pixels.cols() * kept];
		for (int y = 0; y < pixels.rows(); y++) {
			read(pixels, y, row);
			for (int x = 0; x < pixels.cols(); x++) {
				for (int channel = 0; channel < kept; channel++) {
					// OpenCV has blue first.
					float value = row[x * channels + (kept == 3 ? 2 - channel : channel)];
					eight[x * kept + channel] = (byte) Math.clamp(Math.round(value * MOST_OF_8_BITS / most), 0, MOST_OF_8_BITS);
				}
			}
			canvas.putRows(y, 1, eight);
		}
		return canvas.image();
	}

	/** What counts as white: floating-point pictures have samples up to 1, 255 or 65,535. */
	private static double mostOf(Mat pixels) {
		float[] row = new float[pixels.cols() * pixels.channels()];
		float largest = 0;
		for (int y = 0; y < pixels.rows(); y++) {
			read(pixels, y, row);
			for (float value : row) {
				largest = Math.max(largest, value);
			}
		}
		return largest <= 1 ? 1 : largest <= MOST_OF_8_BITS ? MOST_OF_8_BITS : Math.max(largest, MOST_OF_16_BITS);
	}

	private static void read(Mat pixels, int y, float[] row) {
		if (pixels.depth() == opencv_core.CV_32F) {
			new FloatPointer(pixels.ptr(y)).get(row);
			return;
		}
		short[] values = new short[row.length];
		new ShortPointer(pixels.ptr(y)).get(values);
		for (int i = 0; i < row.length; i++) {
			row[i] = values[i] & 0xffff;
		}
	}
}

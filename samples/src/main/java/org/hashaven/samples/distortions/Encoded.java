package org.hashaven.samples.distortions;

import java.util.Locale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/** Pictures as files hold them, made and read by OpenCV; for tests, the demo and benchmarks. */
public final class Encoded {

	/** A file format. */
	public enum Format {
		/** Loses detail; quality 1..100. */
		JPEG(".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY),
		/** Loses nothing. */
		PNG(".png", NO_QUALITY),
		/** Loses detail; quality 1..100; above 100 nothing is lost. */
		WEBP(".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY),
		/** Loses nothing. */
		BMP(".bmp", NO_QUALITY),
		/** Loses nothing. */
		TIFF(".tiff", NO_QUALITY),
		/** Keeps 256 colours; always in colour. */
		GIF(".gif", NO_QUALITY);

		private final String extension;
		private final int qualityOption;

		Format(String extension, int qualityOption) {
			this.extension = extension;
			this.qualityOption = qualityOption;
		}

		/** What its files' names end with, dot included. */
		public String extension() {
			return extension;
		}

		/** Whether what is read back equals what was written. */
		public boolean lossless() {
			return this == PNG || this == BMP || this == TIFF;
		}

		/** The word for it in names. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	private static final int NO_QUALITY = -1;
	private static final int GOOD_QUALITY = 90;
	private static final int PHONE_NOISE = 6;

	private Encoded() {
	}

	/** A JPEG file. */
	public static byte[] jpeg(Picture picture, int quality) {
		return encode(picture, Format.JPEG, quality);
	}

	/** A PNG file. */
	public static byte[] png(Picture picture) {
		return encode(picture, Format.PNG);
	}

	/** A file of this format, of good quality where there is a choice. */
	public static byte[] encode(Picture picture, Format format) {
		return encode(picture, format, GOOD_QUALITY);
	}

	/**
	 * A file of this format.
	 *
	 * @param quality
	 *            1..100, where the format has a choice
	 * @throws IllegalArgumentException
	 *             when the format cannot hold this picture
	 */
	public static byte[] encode(Picture picture, Format format, int quality) {
		return Mats.scoped(() -> {
			BytePointer file = new BytePointer();
			Picture storable = format == Format.GIF ? picture.toRgb() : picture;
			if (!opencv_imgcodecs.imencode(format.extension, Mats.toMat(storable), file, options(format, quality))) {
				throw new IllegalArgumentException(format + " cannot hold " + picture);
			}
			byte[] bytes = new byte[Math.toIntExact(file.limit())];
			file.get(bytes);
			return bytes;
		});
	}

	private static IntPointer options(Format format, int quality) {
		if (format == Format.GIF) {
			// Of OpenCV 4.14's ways to come down to 256 colours the one that keeps pictures alike; some others end the process.
			return new IntPointer(opencv_imgcodecs.IMWRITE_GIF_DITHER, 3);
		}
		return format.qualityOption == NO_QUALITY ? new IntPointer(0L) : new IntPointer(format.qualityOption, quality);
	}

	/**
	 * The picture in a file of any of these formats, as it was drawn: grey stays grey, no orientation is applied.
	 *
	 * @throws IllegalArgumentException
	 *             when OpenCV cannot read it
	 */
	public static Picture decode(byte[] file) {
		return Mats.scoped(() -> {
			Mat mat = opencv_imgcodecs.imdecode(new Mat(new BytePointer(file), false).reshape(1, 1), opencv_imgcodecs.IMREAD_UNCHANGED);
			if (mat == null || mat.empty()) {
				throw new IllegalArgumentException("not a picture that OpenCV reads");
			}
			if (mat.channels() == 4) {
				Mat opaque = new Mat();
				opencv_imgproc.cvtColor(mat, opaque, opencv_imgproc.COLOR_BGRA2BGR);
				return Mats.toPicture(opaque);
			}
			return Mats.toPicture(mat);
		});
	}

	/**
	 * A photograph of 12 megapixels, 4000 × 3000, as a phone's camera writes it: a JPEG file of quality 92, with a sensor's noise, which
	 * makes most of its bytes and of the work to decode it.
	 */
	public static byte[] phonePhoto(long seed) {
		return jpeg(new Noise(PHONE_NOISE).apply(PictureGenerator.photo(seed, 4000, 3000), seed), 92);
	}
}

package org.hashaven.testdata.broken;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/** Small sound pictures in every format that OpenCV writes; what is broken is made from them. */
public final class SeedPictures {

	public static final int WIDTH = 96;
	public static final int HEIGHT = 64;
	private static final long SEED = 2;

	private SeedPictures() {
	}

	/** A plain JPEG. */
	public static byte[] baselineJpeg() {
		return encode(PictureGenerator.photo(SEED, WIDTH, HEIGHT), ".jpg");
	}

	/** The files by name, the name ending with the format's usual suffix. */
	public static Map<String, byte[]> all() {
		Picture picture = PictureGenerator.photo(SEED, WIDTH, HEIGHT);
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("baseline.jpg", baselineJpeg());
		files.put("progressive.jpg", encode(picture, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1));
		files.put("restarts.jpg", encode(picture, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 3));
		files.put("grey.jpg", encode(picture.toGrey(), ".jpg"));
		files.put("colour.png", encode(picture, ".png"));
		files.put("grey.png", encode(picture.toGrey(), ".png"));
		files.put("lossy.webp", encode(picture, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 80));
		files.put("lossless.webp", encode(picture, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101));
		files.put("colour.gif", encode(picture, ".gif"));
		files.put("colour.bmp", encode(picture, ".bmp"));
		files.put("lzw.tiff", encode(picture, ".tiff", opencv_imgcodecs.IMWRITE_TIFF_COMPRESSION, 5));
		files.put("plain.tiff", encode(picture, ".tiff", opencv_imgcodecs.IMWRITE_TIFF_COMPRESSION, 1));
		files.put("deflate.tiff", encode(picture, ".tiff", opencv_imgcodecs.IMWRITE_TIFF_COMPRESSION, 8));
		return files;
	}

	/**
	 * A picture as a file.
	 *
	 * @param suffix
	 *            names the format, with its dot
	 * @param options
	 *            OpenCV's pairs of option and value
	 */
	public static byte[] encode(Picture picture, String suffix, int... options) {
		boolean grey = picture.channels() == 1;
		byte[] samples = picture.samples().clone();
		for (int i = 0; !grey && i < samples.length; i += 3) {
			// OpenCV's order is blue, green, red.
			byte red = samples[i];
			samples[i] = samples[i + 2];
			samples[i + 2] = red;
		}
		try (BytePointer data = new BytePointer(samples);
				Mat mat = new Mat(picture.height(), picture.width(), grey ? opencv_core.CV_8UC1 : opencv_core.CV_8UC3, data);
				BytePointer file = new BytePointer();
				IntPointer pairs = new IntPointer(options)) {
			if (!opencv_imgcodecs.imencode(suffix, mat, file, pairs)) {
				throw new IllegalStateException("OpenCV does not write " + suffix);
			}
			byte[] bytes = new byte[(int) file.limit()];
			file.get(bytes);
			return bytes;
		}
	}
}

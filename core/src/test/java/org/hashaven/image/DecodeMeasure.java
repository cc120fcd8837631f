package org.hashaven.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.ImageHeader;
import org.hashaven.image.jpeg.JpegCodec;
import org.hashaven.image.jpeg.JpegHeader;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.testdata.broken.SeedPictures;

/**
 * Measures where the time of a 12-megapixel JPEG goes, and what a scaled decode would save and cost in bits.
 *
 * <pre>
 *   java -cp ... org.hashaven.image.DecodeMeasure [FOLDER_OF_PHOTOS]
 * </pre>
 */
final class DecodeMeasure {

	private static final int WIDTH = 4000;
	private static final int HEIGHT = 3000;
	private static final int RUNS = 15;
	private static final int[] SCALED = {opencv_imgcodecs.IMREAD_REDUCED_COLOR_2, opencv_imgcodecs.IMREAD_REDUCED_COLOR_4,
			opencv_imgcodecs.IMREAD_REDUCED_COLOR_8};

	private DecodeMeasure() {
	}

	public static void main(String[] args) throws IOException {
		byte[] plain = Encoded.phonePhoto(1);
		byte[] progressive = SeedPictures.encode(Encoded.decode(plain), ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 92,
				opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);
		System.out.printf("JPEG %d x %d, baseline %,d bytes, progressive %,d bytes; median of %d runs, one thread%n", WIDTH, HEIGHT,
				plain.length,
				progressive.length, RUNS);
		stages(plain);
		time("progressive: ImageDecoder.decode", i -> decode(progressive));
		for (int flags : SCALED) {
			time("imdecode scaled, flags " + flags, i -> scaled(plain, flags));
		}
		if (args.length > 0) {
			bits(Path.of(args[0]));
		}
	}

	private static void stages(byte[] file) {
		RgbImage image = decode(file);
		ImageHeader header = new ImageHeader(WIDTH, HEIGHT, false, Symmetry.IDENTITY);
		time("header read (marker walk)", i -> header(file));
		time("imdecode alone", i -> scaled(file, opencv_imgcodecs.IMREAD_COLOR_RGB));
		time("imdecode and copy to RgbImage", i -> codec(file, header));
		time("the same, turned by 90 degrees", i -> codec(file, new ImageHeader(WIDTH, HEIGHT, false, Symmetry.ROTATE_RIGHT)));
		time("ImageDecoder.decode", i -> decode(file));
		time("PdqHasher.hash of the RgbImage", i -> PdqHasher.hash(image));
		time("decode and hash", i -> PdqHasher.hash(decode(file)));
	}

	/** Distances between the hash of the whole decode and of the scaled ones, over a folder of photographs. */
	private static void bits(Path folder) throws IOException {
		List<Path> photos;
		try (Stream<Path> found = Files.list(folder)) {
			photos = found.filter(path -> path.toString().endsWith(".jpg")).sorted().toList();
		}
		for (int flags : SCALED) {
			int[] distances = new int[photos.size()];
			for (int i = 0; i < distances.length; i++) {
				byte[] file = Files.readAllBytes(photos.get(i));
				Hash256 whole = PdqHasher.hash(decode(file)).hash();
				distances[i] = PdqHasher.hash(scaled(file, flags)).hash().distance(whole);
			}
			Arrays.sort(distances);
			System.out.printf("bits between whole and scaled decode, flags %d: median %d, worst %d, beyond 10: %d of %d%n", flags,
					distances[distances.length / 2], distances[distances.length - 1], Arrays.stream(distances).filter(d -> d > 10).count(),
					distances.length);
		}
	}

	private static void header(byte[] file) {
		try {
			JpegHeader.read(new Bytes(file));
		} catch (ImageException e) {
			throw new AssertionError(e);
		}
	}

	private static RgbImage codec(byte[] file, ImageHeader header) {
		try {
			return JpegCodec.decode(new Bytes(file), header);
		} catch (ImageException e) {
			throw new AssertionError(e);
		}
	}

	private static RgbImage decode(byte[] file) {
		try {
			return new ImageDecoder().decode(file);
		} catch (ImageException e) {
			throw new AssertionError(e);
		}
	}

	private static RgbImage scaled(byte[] file, int flags) {
		try {
			NativeDecoders.requireOpenCv();
		} catch (ImageException e) {
			throw new AssertionError(e);
		}
		boolean reduced = flags != opencv_imgcodecs.IMREAD_COLOR_RGB;
		try (BytePointer data = new BytePointer(file);
				Mat coded = new Mat(1, file.length, opencv_core.CV_8UC1, data);
				Mat pixels = opencv_imgcodecs.imdecode(coded, flags)) {
			if (!reduced) {
				return RgbImage.ofGrey(1, 1, new byte[1]);
			}
			byte[] samples = new byte[pixels.cols() * pixels.rows() * 3];
			pixels.data().get(samples);
			for (int i = 0; i < samples.length; i += 3) {
				byte blue = samples[i];
				samples[i] = samples[i + 2];
				samples[i + 2] = blue;
			}
			return RgbImage.ofRgb(pixels.cols(), pixels.rows(), samples);
		}
	}

	private static void time(String what, IntConsumer work) {
		double[] millis = new double[RUNS];
		for (int i = -5; i < RUNS; i++) {
			long start = System.nanoTime();
			work.accept(i);
			if (i >= 0) {
				millis[i] = (System.nanoTime() - start) / 1e6;
			}
		}
		Arrays.sort(millis);
		System.out.printf("%-40s %8.1f ms (best %.1f)%n", what, millis[RUNS / 2], millis[0]);
	}
}

package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.hashaven.samples.pictures.Picture;

/** What the decoding tests share: golden files, the plainest way to turn a picture, and how far two pictures are apart. */
public final class Pixels {

	private Pixels() {
	}

	public static RgbImage decode(byte[] bytes) throws ImageException {
		return new ImageDecoder().decode(bytes);
	}

	public static byte[] golden(String name) {
		try (InputStream in = Objects.requireNonNull(Pixels.class.getResourceAsStream("golden/" + name), name)) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static RgbImage of(Picture picture) {
		return picture.channels() == 1
				? RgbImage.ofGrey(picture.width(), picture.height(), picture.samples())
				: RgbImage.ofRgb(picture.width(), picture.height(), picture.samples());
	}

	public static int sample(RgbImage image, int x, int y, int channel) {
		return image.samples()[(y * image.width() + x) * image.channels() + channel] & 0xff;
	}

	/** The picture as an EXIF orientation of this value shows it, pixel by pixel from the words of the standard. */
	public static RgbImage oriented(RgbImage stored, int exif) {
		int w = stored.width();
		int h = stored.height();
		boolean swaps = exif >= 5;
		int width = swaps ? h : w;
		int height = swaps ? w : h;
		byte[] samples = new byte[stored.samples().length];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int fromX = switch (exif) {
					case 1, 4 -> x;
					case 2, 3 -> w - 1 - x;
					case 5, 6 -> y;
					default -> w - 1 - y;
				};
				int fromY = switch (exif) {
					case 1, 2 -> y;
					case 3, 4 -> h - 1 - y;
					case 5, 8 -> x;
					default -> h - 1 - x;
				};
				for (int c = 0; c < stored.channels(); c++) {
					samples[(y * width + x) * stored.channels() + c] = (byte) sample(stored, fromX, fromY, c);
				}
			}
		}
		return stored.channels() == 1 ? RgbImage.ofGrey(width, height, samples) : RgbImage.ofRgb(width, height, samples);
	}

	/** A part of a picture. */
	public static RgbImage cropped(RgbImage image, int left, int top, int width, int height) {
		byte[] samples = new byte[width * height * image.channels()];
		for (int y = 0; y < height; y++) {
			System.arraycopy(image.samples(), ((top + y) * image.width() + left) * image.channels(), samples, y * width * image.channels(),
					width * image.channels());
		}
		return image.channels() == 1 ? RgbImage.ofGrey(width, height, samples) : RgbImage.ofRgb(width, height, samples);
	}

	public static void assertSame(RgbImage found, RgbImage expected) {
		assertSameShape(found, expected);
		assertThat(Arrays.mismatch(found.samples(), expected.samples())).as("first sample that differs").isEqualTo(-1);
	}

	/**
	 * Asserts that two pictures look the same: the mean difference of samples, and in each channel how much brighter one is as a whole,
	 * which a wrong colour matrix or range shows at once.
	 */
	public static void assertClose(RgbImage found, RgbImage expected, double maxMean, double maxBias) {
		assertSameShape(found, expected);
		for (int c = 0; c < found.channels(); c++) {
			double difference = 0;
			double bias = 0;
			for (int i = c; i < found.samples().length; i += found.channels()) {
				int step = (found.samples()[i] & 0xff) - (expected.samples()[i] & 0xff);
				difference += Math.abs(step);
				bias += step;
			}
			double pixels = (double) found.width() * found.height();
			assertThat(difference / pixels).as("mean difference in channel %d", c).isLessThan(maxMean);
			assertThat(Math.abs(bias / pixels)).as("bias in channel %d", c).isLessThan(maxBias);
		}
	}

	private static void assertSameShape(RgbImage found, RgbImage expected) {
		assertThat("%d x %d x %d".formatted(found.width(), found.height(), found.channels()))
				.isEqualTo("%d x %d x %d".formatted(expected.width(), expected.height(), expected.channels()));
	}
}

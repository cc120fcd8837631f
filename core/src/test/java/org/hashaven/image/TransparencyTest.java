package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.Blob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that are partly transparent: stored colours as they are, and what is seen of them. */
class TransparencyTest {

	private static final int WIDTH = 75;
	private static final int HEIGHT = 53;
	private static final Picture PICTURE = PictureGenerator.photo(5, WIDTH, HEIGHT).toRgb();

	/** A cut-out: opaque within a circle, half there in its middle rows, black stored outside. */
	private static byte[] rgba() {
		byte[] rgba = new byte[4 * WIDTH * HEIGHT];
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				boolean inside = Math.hypot(x - 37, y - 26) < 24;
				int at = 4 * (y * WIDTH + x);
				for (int c = 0; c < 3 && inside; c++) {
					rgba[at + c] = (byte) PICTURE.sample(x, y, c);
				}
				rgba[at + 3] = (byte) (inside ? y == 26 ? 128 : 255 : 0);
			}
		}
		return rgba;
	}

	private static byte[] png(boolean interlaced, int bits) {
		byte[] rgba = rgba();
		Blob rows = new Blob();
		int[][] passes = interlaced
				? new int[][]{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
				: new int[][]{{0, 0, 1, 1}};
		for (int[] pass : passes) {
			for (int y = pass[1]; y < HEIGHT; y += pass[3]) {
				rows.u8(0);
				for (int x = pass[0]; x < WIDTH; x += pass[2]) {
					for (int c = 0; c < 4; c++) {
						int value = rgba[4 * (y * WIDTH + x) + c] & 0xff;
						if (bits == 16) {
							rows.u8(value, 17);
						} else {
							rows.u8(value);
						}
					}
				}
			}
		}
		return file(new Blob().u32(WIDTH).u32(HEIGHT).u8(bits, 6, 0, 0, interlaced ? 1 : 0), new Blob(), rows);
	}

	private static byte[] file(Blob header, Blob between, Blob rows) {
		return new Blob().text("\u0089PNG\r\n\u001a\n").pngChunk("IHDR", header.toBytes()).bytes(between)
				.pngChunk("IDAT", Blob.deflate(rows.toBytes())).pngChunk("IEND", new byte[0]).toBytes();
	}

	private static byte[] webp() {
		byte[] bgra = rgba();
		for (int at = 0; at < bgra.length; at += 4) {
			byte red = bgra[at];
			bgra[at] = bgra[at + 2];
			bgra[at + 2] = red;
		}
		return encoded(bgra, 101); // beyond 100: without loss
	}

	private static byte[] encoded(byte[] bgra, int quality) {
		try (BytePointer pixels = new BytePointer(bgra);
				Mat mat = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC4, pixels);
				BytePointer file = new BytePointer();
				IntPointer options = new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY,
						quality)) {
			assertThat(opencv_imgcodecs.imencode(".webp", mat, file, options)).isTrue();
			byte[] bytes = new byte[(int) file.limit()];
			file.get(bytes);
			return bytes;
		}
	}

	/** 32 bits with the mask of alpha, version 5. */
	private static byte[] bmp() {
		byte[] rgba = rgba();
		ByteBuffer pixels = ByteBuffer.allocate(rgba.length).order(ByteOrder.LITTLE_ENDIAN);
		for (int y = HEIGHT - 1; y >= 0; y--) {
			pixels.put(rgba, 4 * y * WIDTH, 4 * WIDTH);
		}
		Blob header = new Blob().text("BM").u32Little(0).u32Little(0).u32Little(14 + 124).u32Little(124).u32Little(WIDTH).u32Little(HEIGHT)
				.u16Little(1).u16Little(32).u32Little(3).zeros(20).u32Little(0xff).u32Little(0xff00).u32Little(0xff0000)
				.u32Little(0xff000000L).zeros(124 - 56);
		return header.bytes(pixels.array()).toBytes();
	}

	static Stream<byte[]> files() {
		return Stream.of(png(false, 8), png(true, 8), png(false, 16), webp(), bmp());
	}

	@ParameterizedTest
	@MethodSource("files")
	void storedColoursStayAndWhatIsSeenDependsOnTheBackground(byte[] file) throws IOException {
		RgbImage decoded = Pixels.decode(file);
		assertThat(decoded.isTransparent()).isTrue();
		byte[] rgba = rgba();
		RgbImage white = decoded.on(255);
		RgbImage black = decoded.on(0);
		assertThat(white.isTransparent()).isFalse();
		for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
			double alpha = (rgba[4 * pixel + 3] & 0xff) / 255.0;
			for (int c = 0; c < 3; c++) {
				int stored = rgba[4 * pixel + c] & 0xff;
				if (alpha > 0) { // what is not seen, encoders may store as they like
					assertThat(decoded.samples()[3 * pixel + c] & 0xff).isEqualTo(stored);
				}
				assertThat(white.samples()[3 * pixel + c] & 0xff).isEqualTo((int) Math.round(stored * alpha + 255 * (1 - alpha)));
				assertThat(black.samples()[3 * pixel + c] & 0xff).isEqualTo((int) Math.round(stored * alpha));
			}
		}
	}

	/** The whole picture is in the alpha, every colour is black. */
	@Test
	void greyWithAlpha() throws ImageException {
		Blob rows = new Blob();
		for (int y = 0; y < HEIGHT; y++) {
			rows.u8(0);
			for (int x = 0; x < WIDTH; x++) {
				rows.u8(0, 255 - PICTURE.sample(x, y, 1));
			}
		}
		RgbImage decoded = Pixels.decode(file(new Blob().u32(WIDTH).u32(HEIGHT).u8(8, 4, 0, 0, 0), new Blob(), rows));
		assertThat(decoded.samples()).containsOnly(0);
		for (int x = 0; x < WIDTH; x++) {
			assertThat(Pixels.sample(decoded.on(255), x, 7, 0)).isEqualTo(PICTURE.sample(x, 7, 1));
		}
	}

	@Test
	void transparentColoursOfATableAndOfAllPixels() throws ImageException {
		Blob table = new Blob().pngChunk("PLTE", new Blob().u8(9, 9, 9, 200, 100, 50).toBytes())
				.pngChunk("tRNS", new Blob().u8(0).toBytes());
		RgbImage indexed = Pixels.decode(file(new Blob().u32(4).u32(1).u8(1, 3, 0, 0, 0), table, new Blob().u8(0, 0b0101_0000)));
		assertThat(indexed.on(255).samples()).containsExactly(255, 255, 255, 200, 100, 50, 255, 255, 255, 200, 100, 50);
		Blob key = new Blob().pngChunk("tRNS", new Blob().u16(1).u16(2).u16(3).toBytes());
		RgbImage keyed = Pixels.decode(file(new Blob().u32(2).u32(1).u8(8, 2, 0, 0, 0), key, new Blob().u8(0, 1, 2, 3, 1, 2, 4)));
		assertThat(keyed.on(0).samples()).containsExactly(0, 0, 0, 1, 2, 4);
		assertThat(keyed.samples()).containsExactly(1, 2, 3, 1, 2, 4);
		Blob grey = new Blob().pngChunk("tRNS", new Blob().u16(3).toBytes());
		RgbImage two = Pixels.decode(file(new Blob().u32(2).u32(1).u8(2, 0, 0, 0, 0), grey, new Blob().u8(0, 0b1101_0000)));
		assertThat(two.on(7).samples()).containsExactly(7, 85);
	}

	@Test
	void aGifsTransparentColourAndWhatItsPictureDoesNotCover() throws ImageException {
		Blob file = new Blob().text("GIF89a").u16Little(4).u16Little(2).u8(0x80, 0, 0).u8(10, 20, 30, 200, 210, 220);
		file.u8(0x21, 0xf9, 4, 1, 0, 0, 1, 0).u8(0x2c).u16Little(2).u16Little(1).u16Little(2).u16Little(1).u8(0);
		file.u8(2, 2, 0b00_001_100, 0b0000_101_0, 0, 0x3b); // clear, 1, 0, end
		RgbImage decoded = Pixels.decode(file.toBytes());
		RgbImage seen = decoded.on(255);
		assertThat(Pixels.sample(seen, 0, 0, 0)).isEqualTo(255);
		assertThat(Pixels.sample(seen, 2, 1, 0)).isEqualTo(255);
		assertThat(Pixels.sample(seen, 3, 1, 0)).isEqualTo(10);
	}

	@Test
	void opaqueAlphaIsNone() throws ImageException {
		Blob rows = new Blob().u8(0, 1, 2, 3, 255, 4, 5, 6, 255);
		RgbImage decoded = Pixels.decode(file(new Blob().u32(2).u32(1).u8(8, 6, 0, 0, 0), new Blob(), rows));
		assertThat(decoded.isTransparent()).isFalse();
		assertThat(decoded.on(9)).isSameAs(decoded);
	}

	/** Grey and alpha, or colours and alpha, in strips of five rows; with differences between neighbours when {@code predictor} is 2. */
	static byte[] tiff(int samples, int bits, int extra, int predictor, int photometric) {
		byte[] rgba = rgba();
		Blob pixels = new Blob();
		int[] row = new int[samples * WIDTH];
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				int alpha = rgba[4 * (y * WIDTH + x) + 3] & 0xff;
				for (int c = 0; c < samples; c++) {
					int value = rgba[4 * (y * WIDTH + x) + (c == samples - 1 ? 3 : c)] & 0xff;
					int stored = c == samples - 1 || extra == 2 ? value : Math.round(value * alpha / 255f);
					row[samples * x + c] = (c < samples - 1 && photometric == 0 ? 255 - stored : stored) * (bits == 16 ? 257 : 1);
				}
			}
			for (int i = 0; i < row.length; i++) {
				int value = row[i] - (predictor == 2 && i >= samples ? row[i - samples] : 0);
				if (bits == 16) {
					pixels.u16Little(value & 0xffff);
				} else {
					pixels.u8(value & 0xff);
				}
			}
		}
		byte[] packed = Blob.deflate(pixels.toBytes());
		Map<Integer, Long> tags = new TreeMap<>(Map.of(256, (long) WIDTH, 257, (long) HEIGHT, 259, 8L, 262, (long) photometric, 274, 1L,
				277, (long) samples, 278, (long) HEIGHT, 279, (long) packed.length, 317, (long) predictor, 338, (long) extra));
		int directory = 8 + 2 + 12 * (tags.size() + 2) + 4;
		tags.put(258, samples == 2 ? bits | (long) bits << 16 : directory);
		tags.put(273, directory + 8L);
		Blob file = new Blob().text("II*\0").u32Little(8).u16Little(tags.size());
		tags.forEach((tag, value) -> file.u16Little(tag).u16Little(tag == 273 || tag == 279 ? 4 : 3)
				.u32Little(tag == 258 ? samples : 1).u32Little(value));
		return file.u32Little(0).u16Little(bits).u16Little(bits).u16Little(bits).u16Little(bits).bytes(packed).toBytes();
	}

	static Stream<byte[]> tiffsOfColours() {
		return Stream.of(tiff(4, 8, 2, 1, 2), tiff(4, 8, 2, 2, 2), tiff(4, 16, 2, 1, 2), tiff(4, 16, 2, 2, 2));
	}

	@ParameterizedTest
	@MethodSource("tiffsOfColours")
	void tiffWithAlphaIsSeenOnItsBackground(byte[] file) throws IOException {
		storedColoursStayAndWhatIsSeenDependsOnTheBackground(file);
	}

	static Stream<byte[]> greyTiffs() {
		return Stream.of(tiff(2, 8, 2, 1, 1), tiff(2, 8, 2, 2, 1), tiff(2, 16, 2, 1, 1), tiff(2, 16, 2, 2, 1), tiff(2, 8, 2, 2, 0));
	}

	@ParameterizedTest
	@MethodSource("greyTiffs")
	void greyTiffWithAlphaIsSeenOnItsBackground(byte[] file) throws IOException {
		RgbImage decoded = Pixels.decode(file);
		assertThat(decoded.channels()).isEqualTo(1);
		byte[] rgba = rgba();
		RgbImage white = decoded.on(255);
		for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
			int stored = rgba[4 * pixel] & 0xff;
			double alpha = (rgba[4 * pixel + 3] & 0xff) / 255.0;
			assertThat(decoded.samples()[pixel] & 0xff).isEqualTo(stored);
			assertThat(white.samples()[pixel] & 0xff).isEqualTo((int) Math.round(stored * alpha + 255 * (1 - alpha)));
		}
	}

	/** Colours multiplied by alpha are divided again, as Pillow and ImageMagick read them. */
	@Test
	void premultipliedTiffIsDividedAgain() throws ImageException {
		RgbImage straight = Pixels.decode(tiff(4, 8, 2, 1, 2));
		RgbImage divided = Pixels.decode(tiff(4, 8, 1, 1, 2));
		for (int at = 0; at < straight.samples().length; at++) {
			assertThat(divided.samples()[at] & 0xff).isCloseTo(straight.samples()[at] & 0xff, within(1));
		}
	}

	@Test
	void anUnnamedFourthSampleOfATiffIsNoAlpha() throws ImageException {
		assertThat(Pixels.decode(tiff(4, 8, 0, 1, 2)).isTransparent()).isFalse();
	}

	/** The generated picture of the golden files, on this background outside a circle of 40 pixels. */
	private static RgbImage cutOut(int background) {
		RgbImage original = Pixels.of(PictureGenerator.photo(7, 120, 100));
		byte[] samples = original.samples().clone();
		for (int at = 0; at < samples.length; at++) {
			int x = at / 3 % 120 - 60;
			int y = at / 360 - 50;
			samples[at] = x * x + y * y < 1_600 ? samples[at] : (byte) background;
		}
		return RgbImage.ofRgb(120, 100, samples);
	}

	@ParameterizedTest
	@ValueSource(strings = {"cut-out.heic", "cut-out.avif", "cut-out.jp2"})
	void cutOutsOfOtherProgramsAreSeenOnTheirBackground(String name) throws ImageException {
		RgbImage decoded = Pixels.decode(Pixels.golden(name));
		assertThat(decoded.isTransparent()).isTrue();
		for (int background : List.of(0, 255)) {
			Pixels.assertClose(decoded.on(background), cutOut(background), 3, 1);
		}
		Pixels.assertClose(decoded, Pixels.of(PictureGenerator.photo(7, 120, 100)), 4, 1);
	}

	@Test
	void premultipliedAvifWithACropIsSeenOnItsBackground() throws ImageException {
		RgbImage decoded = Pixels.decode(Pixels.golden("cut-out-premultiplied.avif"));
		Pixels.assertClose(decoded.on(255), Pixels.cropped(cutOut(255), 20, 10, 80, 64), 3, 1);
	}

	@Test
	void gridWithAGridOfAlphaIsTurnedAlike() throws ImageException {
		RgbImage seen = Pixels.oriented(Pixels.decode(Pixels.golden("cut-out-grid.avif")).on(255), 8);
		assertThat(seen.width()).isEqualTo(240);
		byte[] half = new byte[3 * 120 * 100];
		for (int at = 0; at < half.length; at++) {
			half[at] = (byte) Pixels.sample(seen, at / 3 % 120 * 2, at / 360 * 2, at % 3);
		}
		Pixels.assertClose(RgbImage.ofRgb(120, 100, half), cutOut(255), 3, 1);
	}
}

package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.hashaven.testdata.broken.Blob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not read is called by its name, and TIFFs of rare kinds are read where the library reads them. */
class NamedFormatsTest {

	private static final int WIDTH = 64;
	private static final int HEIGHT = 48;

	private static void assertNamed(String name, byte[] file) {
		assertThatThrownBy(() -> Pixels.decode(file)).isInstanceOfSatisfying(ImageException.class, e -> {
			assertThat(e.reason()).isEqualTo(ImageException.Reason.UNSUPPORTED);
			assertThat(e.format()).isEqualTo(name);
			assertThat(e.getMessage()).isEqualTo(name + " is not supported; save it as JPEG, PNG or MP4 first.");
		});
	}

	@ParameterizedTest
	@CsvSource({"JPEG XL, ff0a", "JPEG XL, 0000000c4a584c200d0a870a", "PSD, 38425053", "BigTIFF, 49492b00",
			"HEIF (mini), 00000010667479706d696633", "MPEG-1, 000001b3",
			"PDF, 25504446", "RAW, 000000186674797063727820", "Ogg, 4f676753"})
	void formatsAreKnownByTheirFirstBytes(String name, String hex) {
		assertNamed(name, new Blob().bytes(HexFormat.of().parseHex(hex)).zeros(100).toBytes());
	}

	@Test
	void svgBehindADeclaration() {
		String svg = "\ufeff<?xml version='1.0'?>\n<!-- made by hand -->\n<svg xmlns='http://www.w3.org/2000/svg'/>";
		assertNamed("SVG", svg.getBytes(StandardCharsets.UTF_8));
	}

	/** Tags with their values: SHORT up to 65,535, else LONG. */
	private static byte[] tiff(Map<Integer, Long> more, Blob pixels) {
		Map<Integer, Long> tags = new TreeMap<>(Map.of(256, (long) WIDTH, 257, (long) HEIGHT, 258, 8L, 259, 1L, 262, 1L, 277, 1L, 278,
				(long) HEIGHT, 279, (long) pixels.size()));
		tags.putAll(more);
		tags.put(273, 8 + 2 + 12L * (tags.size() + 1) + 4);
		Blob directory = new Blob().text("II*\0").u32Little(8).u16Little(tags.size());
		tags.forEach((tag, value) -> directory.u16Little(tag).u16Little(tag == 273 || value > 65_535 ? 4 : 3).u32Little(1)
				.u32Little(value));
		return directory.u32Little(0).bytes(pixels).toBytes();
	}

	private static int ramp(int x, int y) {
		return (x + y) * 255 / (WIDTH + HEIGHT);
	}

	private static void assertRamp(byte[] file) throws ImageException {
		RgbImage image = Pixels.decode(file);
		for (int y = 0; y < HEIGHT; y += 5) {
			for (int x = 0; x < WIDTH; x += 3) {
				assertThat(Pixels.sample(image, x, y, 0)).isCloseTo(ramp(x, y), within(1));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({"1", "255", "65535"})
	void tiffOfFloatingPoint(float most) throws ImageException {
		Blob pixels = new Blob();
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				pixels.u32Little(Float.floatToIntBits(ramp(x, y) * most / 255));
			}
		}
		assertRamp(tiff(Map.of(258, 32L, 339, 3L), pixels));
	}

	@Test
	void tiffOf12Bits() throws ImageException {
		Blob pixels = new Blob();
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x += 2) {
				int one = ramp(x, y) * 4_095 / 255;
				int other = ramp(x + 1, y) * 4_095 / 255;
				pixels.u8(one >> 4, (one & 15) << 4 | other >> 8, other & 255);
			}
		}
		assertRamp(tiff(Map.of(258, 12L), pixels));
	}

	@ParameterizedTest
	@CsvSource({"2147483647", "4294967295", "70000"})
	void tiffWhoseOneStripClaimsAnyNumberOfRows(long rows) throws ImageException {
		Blob pixels = new Blob();
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				pixels.u8(ramp(x, y));
			}
		}
		assertRamp(tiff(Map.of(278, rows), pixels));
	}

	@Test
	void tiffsThatTheLibraryCannotReadAreNotDamaged() {
		Blob pixels = new Blob().zeros(WIDTH * HEIGHT);
		assertNamed("TIFF (2 bit)", tiff(Map.of(258, 2L), pixels));
		assertNamed("TIFF (JPEG XL)", tiff(Map.of(259, 50_002L), pixels));
		assertNamed("TIFF (JPEG 2000)", tiff(Map.of(259, 34_712L), pixels));
		assertNamed("TIFF (compression 1234)", tiff(Map.of(259, 1_234L), pixels));
		assertNamed("TIFF (Zstandard)", tiff(Map.of(259, 50_000L), pixels));
		assertNamed("TIFF (old-style JPEG)", tiff(Map.of(259, 6L), pixels));
		assertNamed("DNG", tiff(Map.of(50_706, 1L), pixels));
	}

	/** The directory's last entry lies half behind the end of the file. */
	@Test
	void tiffWhoseDirectoryIsCutOff_isDamaged() {
		Map<Integer, Long> tags = new TreeMap<>(Map.of(256, 1L, 257, 1L, 273, 0L, 277, 1L, 279, 1L, 338, 0L));
		Blob directory = new Blob().text("II*\0").u32Little(8).u16Little(tags.size());
		tags.forEach((tag, value) -> directory.u16Little(tag).u16Little(3).u32Little(1).u32Little(value));
		byte[] file = Arrays.copyOf(directory.toBytes(), directory.size() - 4);
		assertThatThrownBy(() -> Pixels.decode(file)).isInstanceOfSatisfying(ImageException.class,
				e -> assertThat(e.reason()).isEqualTo(ImageException.Reason.CORRUPT));
	}
}

package org.hashaven.image.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.hashaven.image.ImageException;
import org.hashaven.image.Pixels;
import org.hashaven.image.RgbImage;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.Blob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of BMP that programs write and the JDK does not: channels by masks, alpha, run lengths beyond the edge. */
class BmpTest {

	private static final Picture PICTURE = PictureGenerator.photo(5, 75, 53);
	private static final RgbImage ORIGINAL = Pixels.of(PICTURE);

	/** Red, green, blue, alpha; the header's size tells where the masks are. */
	@ParameterizedTest
	@CsvSource({"40, 3, 16, f800, 7e0, 1f, 0, 8", "40, 3, 16, 7c00, 3e0, 1f, 0, 8", "40, 3, 16, f00, f0, f, 0, 17",
			"40, 3, 16, 1f, 7e0, f800, 0, 8", "40, 3, 32, ff0000, ff00, ff, 0, 0", "40, 3, 32, ff, ff00, ff0000, 0, 0",
			"40, 3, 32, 3ff00000, ffc00, 3ff, 0, 1", "40, 3, 32, 3ff, ffc00, 3ff00000, 0, 1", "40, 3, 32, ffe00000, 1ffc00, 3ff, 0, 1",
			"40, 3, 32, ff000000, ff0000, ff00, 0, 0", "40, 6, 32, ff0000, ff00, ff, ff000000, 0", "52, 3, 32, ff, ff00, ff0000, 0, 0",
			"56, 3, 32, ff0000, ff00, ff, ff000000, 0", "108, 3, 32, ff00, ff0000, ff000000, ff, 0", "124, 3, 16, f00, f0, f, f000, 17",
			"124, 3, 32, 3ff00000, ffc00, 3ff, 0, 1", "40, 0, 16, 7c00, 3e0, 1f, 0, 8", "40, 0, 32, ff0000, ff00, ff, 0, 0",
			"124, 0, 32, ff0000, ff00, ff, 0, 0"})
	void channelsAreWhereTheMasksSay(int header, int compression, int bits, String red, String green, String blue, String alpha, int lost)
			throws ImageException {
		int[] masks = {mask(red), mask(green), mask(blue), mask(alpha)};
		RgbImage decoded = Pixels.decode(masked(header, compression, bits, masks, 255).toBytes());
		if (lost == 0) {
			Pixels.assertSame(decoded, ORIGINAL);
		} else {
			Pixels.assertClose(decoded, ORIGINAL, lost, lost);
		}
		assertThat(decoded.isTransparent()).isFalse();
	}

	@Test
	void alphaIsSetApartUnlessItIsZeroThroughout() throws ImageException {
		int[] masks = {0xff0000, 0xff00, 0xff, 0xff000000};
		RgbImage faint = Pixels.decode(masked(124, 3, 32, masks, 51).toBytes());
		Pixels.assertSame(faint, ORIGINAL);
		assertThat(Pixels.sample(faint.on(255), 3, 4, 1)).isEqualTo(Math.round(255 - 0.2f * (255 - PICTURE.sample(3, 4, 1))));
		assertThat(Pixels.decode(masked(124, 3, 32, masks, 0).toBytes()).isTransparent()).isFalse();
	}

	@Test
	void masksWithHoles_areRefused() {
		assertThatThrownBy(() -> Pixels.decode(masked(40, 3, 32, new int[]{0xf0f000, 0xf00, 0xff, 0}, 255).toBytes()))
				.isInstanceOf(ImageException.class);
	}

	private static int mask(String hex) {
		return Integer.parseUnsignedInt(hex, 16);
	}

	private static Blob masked(int headerBytes, int compression, int bits, int[] masks, int alpha) {
		Blob pixels = new Blob();
		for (int y = PICTURE.height() - 1; y >= 0; y--) {
			for (int x = 0; x < PICTURE.width(); x++) {
				int pixel = masks[3] == 0 ? 0 : stored(alpha, masks[3]);
				for (int colour = 0; colour < 3; colour++) {
					pixel |= stored(PICTURE.sample(x, y, colour), masks[colour]);
				}
				if (bits == 16) {
					pixels.u16Little(pixel & 0xffff);
				} else {
					pixels.u32Little(pixel);
				}
			}
			pixels.zeros(bits == 16 && PICTURE.width() % 2 == 1 ? 2 : 0);
		}
		Blob inside = new Blob();
		for (int mask : masks) {
			inside.u32Little(mask);
		}
		int own = headerBytes > 40 ? 0 : compression == 3 ? 12 : compression == 6 ? 16 : 0;
		byte[] masksThen = Arrays.copyOf(inside.toBytes(), Math.max(own, headerBytes - 40));
		return file(headerBytes, PICTURE.height(), bits, compression, own, new Blob().bytes(masksThen), pixels);
	}

	private static int stored(int value, int mask) {
		long most = (mask >>> Integer.numberOfTrailingZeros(mask)) & 0xffffffffL;
		return (int) ((value * most / 255) << Integer.numberOfTrailingZeros(mask));
	}

	private static Blob file(int headerBytes, int height, int bits, int compression, int behindHeader, Blob rest, Blob pixels) {
		Blob file = new Blob().text("BM").u32Little(0).u32Little(0).u32Little(14L + headerBytes + behindHeader);
		file.u32Little(headerBytes).u32Little(PICTURE.width()).u32Little(height).u16Little(1).u16Little(bits).u32Little(compression)
				.zeros(20);
		return file.bytes(rest).bytes(pixels);
	}

	/** As ImageMagick writes them: the width filled up to a multiple of four, in runs and in values one by one. */
	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void runsBeyondTheEdgeAreCut(boolean runs) throws ImageException {
		Blob pixels = new Blob();
		for (int y = 0; y < 4; y++) {
			if (runs) {
				pixels.u8(70, y, 6, 10 + y, 0, 0);
			} else {
				pixels.u8(70, y, 0, 6, 10 + y, 10 + y, 10 + y, 10 + y, 10 + y, 99, 0, 0);
			}
		}
		RgbImage decoded = Pixels.decode(packed(8, 1, pixels.u8(0, 1)));
		for (int y = 0; y < 4; y++) {
			assertThat(Pixels.sample(decoded, 69, 3 - y, 0)).isEqualTo(y);
			assertThat(Pixels.sample(decoded, 70, 3 - y, 0)).isEqualTo(10 + y);
			assertThat(Pixels.sample(decoded, 74, 3 - y, 2)).isEqualTo(10 + y);
		}
	}

	@Test
	void runsOf4Bits() throws ImageException {
		// 75 pixels of 3, 5 in turn; then 2 right and 1 down, three values and an end before the picture's.
		Blob pixels = new Blob().u8(75, 0x35, 0, 0).u8(0, 2, 2, 1).u8(0, 3, 0x12, 0x70).u8(0, 1);
		RgbImage decoded = Pixels.decode(packed(4, 2, pixels));
		assertThat(new int[]{Pixels.sample(decoded, 0, 3, 0), Pixels.sample(decoded, 1, 3, 0), Pixels.sample(decoded, 74, 3, 0)})
				.containsExactly(3, 5, 3);
		assertThat(new int[]{Pixels.sample(decoded, 1, 1, 0), Pixels.sample(decoded, 2, 1, 0), Pixels.sample(decoded, 3, 1, 0),
				Pixels.sample(decoded, 4, 1, 0), Pixels.sample(decoded, 5, 1, 0)}).containsExactly(0, 1, 2, 7, 0);
		assertThat(Pixels.sample(decoded, 20, 0, 0)).isZero();
	}

	@Test
	void runsThatEndTooEarly_areRefused() {
		assertThatThrownBy(() -> Pixels.decode(packed(8, 1, new Blob().u8(75, 1, 0, 0, 75)))).isInstanceOf(ImageException.class);
	}

	/** 75 × 4 pixels, each entry of the colour table three times its number. */
	private static byte[] packed(int bits, int compression, Blob pixels) {
		Blob table = new Blob();
		for (int i = 0; i < 1 << bits; i++) {
			table.u8(i, i, i, 0);
		}
		return file(40, 4, bits, compression, 4 << bits, table, pixels).toBytes();
	}
}

package org.hashaven.image.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.hashaven.image.ImageException;
import org.hashaven.image.Pixels;
import org.hashaven.image.RgbImage;
import org.hashaven.testdata.broken.Blob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Icons: the largest of their pictures, PNG or BMP, with alpha of its own or a mask. */
public class IcoTest {

	private static final int SIDE = 3;

	private static int sample(int x, int y, int colour) {
		return 60 * x + 20 * y + 7 * colour;
	}

	/** 3 x 3 pixels of 24 or 32 bits, and a mask that hides the middle one. */
	public static byte[] bitmap(int bits, int alpha) {
		Blob blob = new Blob().u32Little(40).u32Little(SIDE).u32Little(2 * SIDE).u16Little(1).u16Little(bits).zeros(24);
		for (int y = SIDE - 1; y >= 0; y--) {
			for (int x = 0; x < SIDE; x++) {
				blob.u8(sample(x, y, 2), sample(x, y, 1), sample(x, y, 0));
				if (bits == 32) {
					blob.u8(alpha);
				}
			}
			blob.zeros(bits == 24 ? 3 : 0);
		}
		for (int y = 0; y < SIDE; y++) {
			blob.u8(y == 1 ? 0b0100_0000 : 0).zeros(3);
		}
		return blob.toBytes();
	}

	public static byte[] icon(byte[]... pictures) {
		Blob blob = new Blob().u16Little(0).u16Little(1).u16Little(pictures.length);
		int at = 6 + 16 * pictures.length;
		for (int i = 0; i < pictures.length; i++) {
			int side = i == pictures.length - 1 ? SIDE : 1;
			blob.u8(side, side, 0, 0).u16Little(1).u16Little(24).u32Little(pictures[i].length).u32Little(at);
			at += pictures[i].length;
		}
		for (byte[] picture : pictures) {
			blob.bytes(picture);
		}
		return blob.toBytes();
	}

	private static void assertShown(RgbImage image) {
		assertThat(image.width()).isEqualTo(SIDE);
		assertThat(image.height()).isEqualTo(SIDE);
		for (int at = 0; at < 3 * SIDE * SIDE; at++) {
			assertThat(image.samples()[at] & 0xff).isEqualTo(sample(at / 3 % SIDE, at / 3 / SIDE, at % 3));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = {24, 32})
	void maskHidesPixels_whereAlphaSaysNothing(int bits) throws ImageException {
		RgbImage image = Pixels.decode(icon(bitmap(bits, 0)));
		assertShown(image);
		RgbImage seen = image.on(255);
		assertThat(Pixels.sample(seen, 1, 1, 0)).isEqualTo(255);
		assertThat(Pixels.sample(seen, 2, 1, 0)).isEqualTo(sample(2, 1, 0));
	}

	@Test
	void alphaCounts_whereItSaysSomething() throws ImageException {
		RgbImage image = Pixels.decode(icon(bitmap(32, 51)));
		assertShown(image);
		assertThat(Pixels.sample(image.on(0), 2, 2, 0)).isEqualTo(sample(2, 2, 0) / 5);
	}

	@Test
	void largestPictureIsTheOne_andMayBeAPng() throws ImageException {
		byte[] small = bitmap(24, 0);
		Blob rows = new Blob();
		for (int y = 0; y < SIDE; y++) {
			rows.u8(0);
			for (int x = 0; x < SIDE; x++) {
				rows.u8(sample(x, y, 0), sample(x, y, 1), sample(x, y, 2));
			}
		}
		byte[] png = new Blob().text("\u0089PNG\r\n\u001a\n")
				.pngChunk("IHDR", new Blob().u32(SIDE).u32(SIDE).u8(8, 2, 0, 0, 0).toBytes())
				.pngChunk("IDAT", Blob.deflate(rows.toBytes())).pngChunk("IEND", new byte[0]).toBytes();
		assertShown(Pixels.decode(icon(small, png)));
	}

	@Test
	void cutOffOrWithoutPicture_isDamaged() {
		byte[] file = icon(bitmap(24, 0));
		for (int length : new int[]{8, 30, 70}) {
			assertThatThrownBy(() -> Pixels.decode(Arrays.copyOf(file, length))).isInstanceOfSatisfying(ImageException.class,
					e -> assertThat(e.reason()).isEqualTo(ImageException.Reason.CORRUPT));
		}
		file[6 + 8] = 20; // bytes of the picture, fewer than its header has
		assertThatThrownBy(() -> Pixels.decode(file)).isInstanceOf(ImageException.class);
	}
}

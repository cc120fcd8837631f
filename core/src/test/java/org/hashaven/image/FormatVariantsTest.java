package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.testdata.broken.SeedPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The variants of JPEG, WebP, GIF, BMP and TIFF, most of them written by another library than the one that reads them. */
class FormatVariantsTest {

	private static final Picture PICTURE = PictureGenerator.photo(5, 75, 53);
	private static final RgbImage ORIGINAL = Pixels.of(PICTURE);

	@ParameterizedTest
	@ValueSource(ints = {0, 1})
	void jpegBaselineAndProgressive(int progressive) throws ImageException {
		byte[] file = SeedPictures.encode(PICTURE, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, progressive);
		Pixels.assertClose(Pixels.decode(file), ORIGINAL, 4, 1);
	}

	@Test
	void greyJpegIsGrey() throws ImageException {
		Pixels.assertClose(Pixels.decode(SeedPictures.encode(PICTURE.toGrey(), ".jpg")), Pixels.of(PICTURE.toGrey()), 2, 1);
	}

	/** Four inks under Adobe's marker are stored inverted: then cyan, magenta and yellow look like red, green and blue. */
	@Test
	void cmykJpeg() throws IOException {
		WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, PICTURE.width(), PICTURE.height(), 4, null);
		for (int y = 0; y < PICTURE.height(); y++) {
			for (int x = 0; x < PICTURE.width(); x++) {
				for (int c = 0; c < 4; c++) {
					inks.setSample(x, y, c, c == 3 ? 255 : PICTURE.sample(x, y, c));
				}
			}
		}
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam param = writer.getDefaultWriteParam();
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionQuality(0.95f);
		byte[] plain = JdkImages.write(new IIOImage(inks, null, null), writer, param);
		Blob adobe = new Blob().text("Adobe").u16(100).u16(0).u16(0).u8(0);
		Blob file = new Blob().u8(0xff, 0xd8).jpegSegment(0xee, adobe.toBytes()).bytes(Arrays.copyOfRange(plain, 2, plain.length));
		Pixels.assertClose(Pixels.decode(file.toBytes()), ORIGINAL, 4, 1.5);
	}

	@Test
	void ycckJpeg() throws ImageException {
		Pixels.assertClose(Pixels.decode(Pixels.golden("ycck.jpg")), Pixels.of(PictureGenerator.photo(7, 120, 100)), 5, 2);
	}

	@Test
	void webpLossyLosslessAndWithAlpha() throws ImageException {
		Pixels.assertClose(Pixels.decode(SeedPictures.encode(PICTURE, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 90)), ORIGINAL, 4, 1);
		Pixels.assertSame(Pixels.decode(webp()), ORIGINAL);
		Pixels.assertSame(Pixels.decode(extended(0x10, alpha(), Arrays.copyOfRange(webp(), 12, webp().length))), ORIGINAL);
	}

	/** An animation of 100,000 frames costs one frame; one smaller than the canvas lies on black. */
	@Test
	void animatedWebpShowsItsFirstFrame() throws ImageException {
		byte[] still = Arrays.copyOfRange(webp(), 12, webp().length);
		Blob frame = new Blob().u8(2, 0, 0, 3, 0, 0).u8(PICTURE.width() - 1, 0, 0).u8(PICTURE.height() - 1, 0, 0).zeros(4).bytes(still);
		Blob chunks = new Blob().riffChunk("ANIM", new byte[6]).riffChunk("ANMF", frame.toBytes());
		byte[] tiny = new Blob().zeros(16).riffChunk("VP8L", new byte[5]).toBytes();
		for (int i = 0; i < 100_000; i++) {
			chunks.riffChunk("ANMF", tiny);
		}
		Blob canvas = new Blob().u8(2, 0, 0, 0).u8(99, 0, 0).u8(79, 0, 0);
		RgbImage decoded = Pixels.decode(riff(new Blob().riffChunk("VP8X", canvas.toBytes()).bytes(chunks)));
		assertThat(decoded.width()).isEqualTo(100);
		assertThat(decoded.height()).isEqualTo(80);
		Pixels.assertSame(Pixels.cropped(decoded, 4, 6, PICTURE.width(), PICTURE.height()), ORIGINAL);
		assertThat(Pixels.cropped(decoded, 0, 0, 100, 6).samples()).containsOnly(0);
	}

	@ParameterizedTest
	@CsvSource({"1, false", "4, false", "8, false", "8, true", "2, true"})
	void gifOfAnyDepth(int bits, boolean interlaced) throws IOException {
		BufferedImage image = JdkImages.indexed(PICTURE, bits);
		Pixels.assertSame(Pixels.decode(JdkImages.write(image, "gif", null, interlaced)), JdkImages.shown(image));
	}

	/** The frames behind the first are not looked at, however many they are. */
	@Test
	void animatedGifShowsItsFirstFrame() throws IOException {
		BufferedImage image = JdkImages.indexed(PICTURE, 6);
		byte[] still = JdkImages.write(image, "gif", null, false);
		Blob file = new Blob().bytes(Arrays.copyOf(still, still.length - 1));
		byte[] tiny = new Blob().u8(0x2c).zeros(4).u16Little(1).u16Little(1).u8(0, 2, 2, 0x44, 1, 0).toBytes();
		for (int i = 0; i < 100_000; i++) {
			file.bytes(tiny);
		}
		Pixels.assertSame(Pixels.decode(file.toBytes()), JdkImages.shown(image));
	}

	/** What a frame does not cover has the transparent colour, and what reaches beyond the screen is cut off. */
	@Test
	void gifFrameThatDoesNotFitItsScreen() throws ImageException {
		Blob file = new Blob().text("GIF89a").u16Little(4).u16Little(2).u8(0x80, 0, 0).u8(10, 20, 30, 200, 210, 220);
		file.u8(0x21, 0xf9, 4, 1, 0, 0, 1, 0).u8(0x2c).u16Little(2).u16Little(1).u16Little(3).u16Little(2).u8(0);
		// Codes of 3 bits: clear, 0 six times with the width growing to 4 bits after the fifth code, end.
		file.u8(2, 4).bytes(codes(new int[][]{{4, 3}, {0, 3}, {0, 3}, {0, 3}, {0, 4}, {0, 4}, {0, 4}, {5, 4}})).u8(0, 0x3b);
		RgbImage decoded = Pixels.decode(file.toBytes());
		assertThat(decoded.width()).isEqualTo(5);
		assertThat(decoded.height()).isEqualTo(3);
		assertThat(decoded.samples())
				.containsExactly(row(200, 200, 200, 200, 200, 200, 200, 10, 10, 10, 200, 200, 10, 10, 10));
	}

	@Test
	void bmpOfAnyDepthAndDirection() throws IOException {
		BufferedImage rgb = JdkImages.rgb(PICTURE);
		Pixels.assertSame(Pixels.decode(JdkImages.write(rgb, "bmp", "BI_RGB", false)), ORIGINAL);
		Pixels.assertSame(Pixels.decode(JdkImages.write(JdkImages.indexed(PICTURE, 8), "bmp", "BI_RGB", false)),
				JdkImages.shown(JdkImages.indexed(PICTURE, 8)));
		Pixels.assertSame(Pixels.decode(JdkImages.write(JdkImages.indexed(PICTURE, 8), "bmp", "BI_RLE8", false)),
				JdkImages.shown(JdkImages.indexed(PICTURE, 8)));
		Pixels.assertSame(Pixels.decode(JdkImages.write(JdkImages.indexed(PICTURE, 4), "bmp", "BI_RGB", false)),
				JdkImages.shown(JdkImages.indexed(PICTURE, 4)));
		Pixels.assertSame(Pixels.decode(JdkImages.write(JdkImages.indexed(PICTURE, 1), "bmp", "BI_RGB", false)),
				JdkImages.shown(JdkImages.indexed(PICTURE, 1)));
		byte[] flipped = JdkImages.write(rgb, "bmp", "BI_RGB", false);
		System.arraycopy(new Blob().u32Little(-PICTURE.height()).toBytes(), 0, flipped, 22, 4);
		Pixels.assertSame(Pixels.decode(flipped), Pixels.oriented(ORIGINAL, 4));
	}

	@ParameterizedTest
	@ValueSource(strings = {"none", "LZW", "ZLib", "Deflate", "PackBits"})
	void tiffOfAnyCompression(String compression) throws IOException {
		Pixels.assertSame(Pixels.decode(JdkImages.write(JdkImages.rgb(PICTURE), "tiff", compression, false)), ORIGINAL);
		Pixels.assertSame(Pixels.decode(JdkImages.write(JdkImages.indexed(PICTURE, 8), "tiff", compression, false)),
				JdkImages.shown(JdkImages.indexed(PICTURE, 8)));
		Pixels.assertSame(Pixels.decode(JdkImages.write(JdkImages.grey(PICTURE), "tiff", compression, false)), Pixels.of(PICTURE.toGrey()));
	}

	@Test
	void tiffInTiles() throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		ImageWriteParam param = writer.getDefaultWriteParam();
		param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
		param.setTiling(32, 16, 0, 0);
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionType("Deflate");
		Pixels.assertSame(Pixels.decode(JdkImages.write(new IIOImage(JdkImages.rgb(PICTURE), null, null), writer, param)), ORIGINAL);
	}

	/** The high byte of 16 bits is kept, alpha is dropped. */
	@ParameterizedTest
	@CsvSource({"1, 8", "2, 8", "3, 8", "4, 8", "1, 16", "2, 16", "3, 16", "4, 16"})
	void tiffOfAnyChannelsAndDepth(int channels, int bits) throws IOException {
		ColorSpace space = ColorSpace.getInstance(channels <= 2 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
		boolean alpha = channels % 2 == 0;
		ColorModel model = new ComponentColorModel(space, alpha, false, alpha ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE,
				bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
		WritableRaster raster = model.createCompatibleWritableRaster(PICTURE.width(), PICTURE.height());
		Picture picture = channels <= 2 ? PICTURE.toGrey() : PICTURE;
		for (int y = 0; y < PICTURE.height(); y++) {
			for (int x = 0; x < PICTURE.width(); x++) {
				for (int c = 0; c < channels; c++) {
					int sample = alpha && c == channels - 1 ? 90 : picture.sample(x, y, c);
					raster.setSample(x, y, c, bits == 8 ? sample : sample * 257);
				}
			}
		}
		Pixels.assertSame(Pixels.decode(JdkImages.write(new BufferedImage(model, raster, false, null), "tiff", "LZW", false)),
				Pixels.of(picture));
	}

	/** Only the first picture of several is decoded. */
	@Test
	void tiffOfManyPages() throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			writer.writeToSequence(new IIOImage(JdkImages.rgb(PICTURE), null, null), null);
			for (int i = 0; i < 50; i++) {
				writer.writeToSequence(new IIOImage(JdkImages.indexed(PICTURE, 1), null, null), null);
			}
			writer.endWriteSequence();
		} finally {
			writer.dispose();
		}
		Pixels.assertSame(Pixels.decode(bytes.toByteArray()), ORIGINAL);
	}

	private static byte[] webp() {
		return SeedPictures.encode(PICTURE, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101);
	}

	/** An alpha chunk of raw zeros: wholly transparent. */
	private static byte[] alpha() {
		return new Blob().riffChunk("ALPH", new byte[1 + PICTURE.width() * PICTURE.height()]).toBytes();
	}

	private static byte[] extended(int flags, byte[] before, byte[] picture) {
		Blob header = new Blob().u8(flags, 0, 0, 0).u8(PICTURE.width() - 1, 0, 0).u8(PICTURE.height() - 1, 0, 0);
		return riff(new Blob().riffChunk("VP8X", header.toBytes()).bytes(before).bytes(picture));
	}

	private static byte[] riff(Blob chunks) {
		return new Blob().text("RIFF").u32Little(4L + chunks.size()).text("WEBP").bytes(chunks).toBytes();
	}

	/** Codes of given widths, the first in the lowest bits. */
	private static byte[] codes(int[][] codes) {
		long bits = 0;
		int count = 0;
		for (int[] code : codes) {
			bits |= (long) code[0] << count;
			count += code[1];
		}
		return new Blob().u32Little(bits).toBytes();
	}

	private static byte[] row(int... reds) {
		Blob blob = new Blob();
		for (int red : reds) {
			blob.u8(red, red + 10, red + 20);
		}
		return blob.toBytes();
	}
}

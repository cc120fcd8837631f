package org.hashaven.image.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.hashaven.image.ImageException;
import org.hashaven.image.JdkImages;
import org.hashaven.image.Pixels;
import org.hashaven.image.RgbImage;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.testdata.broken.SeedPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every colour type, depth and interlace of PNG, written by the JDK's encoder and decoded to the exact samples. */
class PngVariantsTest {

	private static final int WIDTH = 61;
	private static final int HEIGHT = 43;
	private static final Picture PICTURE = PictureGenerator.photo(5, WIDTH, HEIGHT);

	static List<Arguments> variants() {
		List<Arguments> variants = new ArrayList<>();
		for (boolean interlaced : new boolean[]{false, true}) {
			for (int bits : new int[]{8, 16}) {
				for (int channels = 1; channels <= 4; channels++) {
					variants.add(Arguments.of("%d channels of %d bits".formatted(channels, bits), samples(channels, bits), interlaced));
				}
			}
			for (int bits : new int[]{1, 2, 4, 8}) {
				variants.add(Arguments.of("palette of %d bits".formatted(bits), JdkImages.indexed(PICTURE, bits), interlaced));
			}
			for (int bits : new int[]{1, 2, 4}) {
				variants.add(Arguments.of("grey of %d bits".formatted(bits), packedGrey(bits), interlaced));
			}
		}
		return variants;
	}

	@ParameterizedTest(name = "{0}, interlaced: {2}")
	@MethodSource("variants")
	void decodesToTheSamples(String name, BufferedImage image, boolean interlaced) throws IOException {
		RgbImage decoded = Pixels.decode(JdkImages.write(image, "png", null, interlaced));
		boolean grey = !(image.getColorModel() instanceof IndexColorModel) && image.getRaster().getNumBands() <= 2;
		assertThat(decoded.channels()).isEqualTo(grey || name.startsWith("grey") ? 1 : 3);
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				for (int c = 0; c < decoded.channels(); c++) {
					assertThat(Pixels.sample(decoded, x, y, c)).as("%d,%d channel %d", x, y, c).isEqualTo(expected(image, x, y, c));
				}
			}
		}
	}

	/** Every row filter in turn, on rows long enough to show a wrong neighbour. */
	@Test
	void undoesEveryFilter() throws ImageException {
		for (int filter = 0; filter <= 5; filter++) {
			int strategy = opencv_imgcodecs.IMWRITE_PNG_FILTER;
			int value = filter == 5
					? opencv_imgcodecs.IMWRITE_PNG_ALL_FILTERS
					: opencv_imgcodecs.IMWRITE_PNG_FILTER_NONE << filter;
			Pixels.assertSame(Pixels.decode(SeedPictures.encode(PICTURE, ".png", strategy, value)), Pixels.of(PICTURE));
			Pixels.assertSame(Pixels.decode(SeedPictures.encode(PICTURE.toGrey(), ".png", strategy, value)), Pixels.of(PICTURE.toGrey()));
		}
	}

	@Test
	void needsNoEndChunkWhenAllRowsAreThere() throws ImageException {
		byte[] whole = SeedPictures.encode(PICTURE, ".png");
		Pixels.assertSame(Pixels.decode(Arrays.copyOf(whole, whole.length - 12)), Pixels.of(PICTURE));
	}

	@Test
	void readsDataSplitIntoManyChunks() throws ImageException {
		byte[] rows = new byte[HEIGHT * (1 + WIDTH * 3)];
		for (int y = 0; y < HEIGHT; y++) {
			System.arraycopy(PICTURE.samples(), y * WIDTH * 3, rows, y * (1 + WIDTH * 3) + 1, WIDTH * 3);
		}
		byte[] packed = Blob.deflate(rows);
		Blob file = new Blob().u8(0x89).text("PNG\r\n\u001a\n");
		file.pngChunk("IHDR", new Blob().u32(WIDTH).u32(HEIGHT).u8(8, 2, 0, 0, 0).toBytes()).pngChunk("tEXt", new byte[5]);
		for (byte each : packed) {
			file.pngChunk("IDAT", new byte[]{each}).pngChunk("IDAT", new byte[0]);
		}
		Pixels.assertSame(Pixels.decode(file.pngChunk("IEND", new byte[0]).toBytes()), Pixels.of(PICTURE));
	}

	private static int expected(BufferedImage image, int x, int y, int channel) {
		WritableRaster raster = image.getRaster();
		if (image.getColorModel() instanceof IndexColorModel palette) {
			int index = raster.getSample(x, y, 0);
			return switch (channel) {
				case 0 -> palette.getRed(index);
				case 1 -> palette.getGreen(index);
				default -> palette.getBlue(index);
			};
		}
		int bits = image.getColorModel().getComponentSize(0);
		return raster.getSample(x, y, channel) >> (bits - 8);
	}

	/** Grey, grey with alpha, RGB, RGB with alpha; the low byte of 16-bit samples and alpha differ from everything else. */
	private static BufferedImage samples(int channels, int bits) {
		boolean alpha = channels % 2 == 0;
		int type = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
		ColorSpace space = ColorSpace.getInstance(channels <= 2 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
		ColorModel model = new ComponentColorModel(space, alpha, false, alpha ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE, type);
		WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				for (int c = 0; c < channels; c++) {
					int sample = alpha && c == channels - 1 ? (x * 5) & 0xff : PICTURE.sample(x, y, c);
					raster.setSample(x, y, c, bits == 8 ? sample : (sample << 8) | (y * 7 & 0xff));
				}
			}
		}
		return new BufferedImage(model, raster, false, null);
	}

	/** The JDK writes an even ramp of greys as grey, not as a palette. */
	private static BufferedImage packedGrey(int bits) {
		int colours = 1 << bits;
		byte[] ramp = new byte[colours];
		for (int i = 0; i < colours; i++) {
			ramp[i] = (byte) (i * 255 / (colours - 1));
		}
		return indexed(bits, new IndexColorModel(bits, colours, ramp, ramp, ramp));
	}

	private static BufferedImage indexed(int bits, IndexColorModel model) {
		WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				raster.setSample(x, y, 0, PICTURE.sample(x, y, 1) >> (8 - bits));
			}
		}
		return new BufferedImage(model, raster, false, null);
	}
}

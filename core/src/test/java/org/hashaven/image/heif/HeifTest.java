package org.hashaven.image.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hashaven.image.ImageException;
import org.hashaven.image.Pixels;
import org.hashaven.image.RgbImage;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.HeifBox;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.testdata.broken.HeifWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** HEIC and AVIF: depths, chroma layouts, ranges, grids of tiles, turned, mirrored and cropped. */
class HeifTest {

	private static final int WIDTH = 120;
	private static final int HEIGHT = 100;
	private static final RgbImage ORIGINAL = Pixels.of(PictureGenerator.photo(7, WIDTH, HEIGHT));

	@ParameterizedTest
	@CsvSource({"single.heic, 4", "full-chroma.heic, 3", "ten-bit.heic, 4", "single.avif, 4", "full-chroma.avif, 3",
			"ten-bit-limited.avif, 4",
			"lossless.avif, 0.01"})
	void showsTheOriginal(String name, double maxMean) throws ImageException {
		Pixels.assertClose(Pixels.decode(Pixels.golden(name)), ORIGINAL, maxMean, 1);
	}

	@Test
	void monochromeIsGrey() throws ImageException {
		RgbImage grey = Pixels.decode(Pixels.golden("grey.avif"));
		assertThat(grey.channels()).isEqualTo(1);
		byte[] luma = new byte[WIDTH * HEIGHT];
		for (int i = 0; i < luma.length; i++) {
			luma[i] = (byte) Math.round(0.299 * (ORIGINAL.samples()[3 * i] & 0xff) + 0.587 * (ORIGINAL.samples()[3 * i + 1] & 0xff)
					+ 0.114 * (ORIGINAL.samples()[3 * i + 2] & 0xff));
		}
		Pixels.assertClose(grey, RgbImage.ofGrey(WIDTH, HEIGHT, luma), 3, 1);
	}

	@Test
	void cropsThenTurnsThenMirrors() throws ImageException {
		RgbImage shown = Pixels.cropped(ORIGINAL, 20, 10, 80, 64);
		RgbImage turnedLeft = Pixels.oriented(shown, 8);
		Pixels.assertClose(Pixels.decode(Pixels.golden("turned-cropped.avif")), Pixels.oriented(turnedLeft, 4), 4, 1);
	}

	@Test
	void pastesAnAvifGridAndTurnsIt() throws ImageException {
		RgbImage square = Pixels.of(PictureGenerator.photo(7, 128, 128));
		Pixels.assertClose(Pixels.decode(Pixels.golden("grid.avif")), Pixels.oriented(square, 6), 3, 1);
	}

	static List<int[]> turns() {
		return IntStream.range(0, 12).mapToObj(i -> new int[]{i % 4, i / 4 - 1}).toList();
	}

	/** The layout of phones: 2 x 2 tiles that reach beyond the picture, shown turned or mirrored. */
	@ParameterizedTest
	@MethodSource("turns")
	void pastesAHeicGridAndTurnsIt(int[] turn) throws ImageException {
		HeifWriter writer = grid(WIDTH, HEIGHT).rotation(1, turn[0]);
		RgbImage expected = Pixels.oriented(ORIGINAL, new int[]{1, 8, 3, 6}[turn[0]]);
		if (turn[1] >= 0) {
			writer.mirror(1, turn[1]);
			expected = Pixels.oriented(expected, turn[1] == 0 ? 4 : 2);
		}
		Pixels.assertClose(Pixels.decode(writer.toBytes()), expected, 4, 1);
	}

	@Test
	void cropsAGrid() throws ImageException {
		byte[] file = grid(WIDTH, HEIGHT).crop(1, 60, 50, 10, -5).toBytes();
		Pixels.assertClose(Pixels.decode(file), Pixels.cropped(ORIGINAL, 40, 20, 60, 50), 4, 1.5);
	}

	/** What lies in the file before and behind the picture's own items, such as a thumbnail, is not what is decoded. */
	@Test
	void decodesThePrimaryItem() throws ImageException {
		HeifWriter writer = new HeifWriter("heic");
		addTile(writer, 5, "tile3.heic");
		addTile(writer, 9, "tile0.heic");
		Pixels.assertClose(Pixels.decode(writer.primary(9).toBytes()), Pixels.cropped(ORIGINAL, 0, 0, 64, 64), 4, 1);
	}

	@Test
	void refusesAPictureCutOffInItsData() {
		byte[] whole = Pixels.golden("single.heic");
		for (int cut = 1; cut < whole.length - 700; cut += 97) {
			byte[] file = Arrays.copyOf(whole, whole.length - cut);
			assertThat(catchThrowableOfType(ImageException.class, () -> Pixels.decode(file)))
					.as("%d bytes less", cut).extracting(ImageException::reason).isEqualTo(ImageException.Reason.CORRUPT);
		}
	}

	private static HeifWriter grid(int width, int height) throws ImageException {
		HeifWriter writer = new HeifWriter("heic").grid(1, 2, 2, width, height, 2, 3, 4, 5).size(1, width, height);
		for (int i = 0; i < 4; i++) {
			addTile(writer, 2 + i, "tile%d.heic".formatted(i));
		}
		return writer;
	}

	/** Takes the coded picture out of a golden file and adds it under another number. */
	private static void addTile(HeifWriter writer, int id, String name) throws ImageException {
		Bytes bytes = new Bytes(Pixels.golden(name));
		HeifFile file = new HeifFile(bytes);
		HeifHeader.Display display = HeifHeader.display(bytes, file, file.primary());
		HeifBox setUp = Objects.requireNonNull(display.setUp());
		byte[] record = Arrays.copyOfRange(bytes.array(), (int) setUp.start(), (int) setUp.end());
		writer.item(id, "hvc1", file.data(file.primary())).size(id, display.width(), display.height());
		writer.property(id, new Blob().box("hvcC", record).toBytes());
	}
}

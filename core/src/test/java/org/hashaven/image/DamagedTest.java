package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.hashaven.hash.Hash256;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.SeedPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lack their end or have a wrong byte: refused for a list, and read as far as can be for a lookup. */
class DamagedTest {

	private static final Picture PICTURE = PictureGenerator.photo(5, 320, 240).toRgb();
	private static final Hash256 HASH = PdqHasher.hash(Pixels.of(PICTURE)).hash();

	@TempDir
	private Path folder;

	private RgbImage read(byte[] file) throws IOException {
		return new ImageDecoder().decodeDamaged(Files.write(folder.resolve("damaged"), file));
	}

	private void assertRefusedAndReadNearly(byte[] file, UnaryOperator<byte[]> damage, int distanceBits) throws IOException {
		byte[] damaged = damage.apply(file);
		assertThatThrownBy(() -> Pixels.decode(damaged)).isInstanceOfSatisfying(ImageException.class,
				e -> assertThat(e.reason()).isEqualTo(ImageException.Reason.CORRUPT));
		assertThat(PdqHasher.hash(read(damaged)).hash().distance(HASH)).isLessThanOrEqualTo(distanceBits);
		assertThat(read(file).samples()).as("whole").isEqualTo(Pixels.decode(file).samples());
	}

	private static UnaryOperator<byte[]> without(int lastBytes) {
		return file -> Arrays.copyOf(file, file.length - lastBytes);
	}

	@ParameterizedTest
	@CsvSource({".jpg, 0, 10", ".jpg, 0, 300", ".jpg, 1, 9000", ".webp, 0, 300", ".png, 0, 4000", ".bmp, 0, 10000"})
	void theEndIsMissing(String ending, int progressive, int lastBytes) throws IOException {
		byte[] file = ending.equals(".jpg")
				? SeedPictures.encode(PICTURE, ending, opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, progressive)
				: SeedPictures.encode(PICTURE, ending);
		assertRefusedAndReadNearly(file, without(lastBytes), 20);
	}

	@Test
	void theEndOfAGifIsMissing() throws IOException {
		byte[] file = JdkImages.write(JdkImages.indexed(PICTURE, 8), "gif", null, false);
		assertThat(PdqHasher.hash(read(Arrays.copyOf(file, file.length - file.length / 40))).hash()
				.distance(PdqHasher.hash(Pixels.decode(file)).hash())).isLessThan(20);
	}

	@Test
	void aChecksumOfAPngIsWrong() throws IOException {
		assertRefusedAndReadNearly(Encoded.png(PICTURE), file -> {
			byte[] wrong = file.clone();
			wrong[wrong.length - 13] ^= 1; // of the last data chunk
			return wrong;
		}, 0);
	}

	@ParameterizedTest
	@ValueSource(strings = {".jpg", ".png", ".webp", ".bmp", ".tiff"})
	void whereNothingIsLeft_nothingIsRead(String ending) {
		byte[] file = SeedPictures.encode(PICTURE, ending);
		assertThatThrownBy(() -> read(Arrays.copyOf(file, 30))).isInstanceOf(ImageException.class);
	}

	/** 28 bytes, valid: every browser shows them. */
	@Test
	void aWebpOfOneColourIsWhole() throws IOException {
		RgbImage image = Pixels.decode(HexFormat.of().parseHex("5249464614000000574542505650384c080000002f07c00100c8c808"));
		assertThat(image.width()).isEqualTo(8);
		assertThat(image.height()).isEqualTo(8);
		assertThat(image.samples()).startsWith(0, 1, 1, 0, 1, 1);
	}
}

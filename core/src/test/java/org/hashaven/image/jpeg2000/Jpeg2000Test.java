package org.hashaven.image.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.ImageException;
import org.hashaven.image.Pixels;
import org.hashaven.image.RgbImage;
import org.hashaven.samples.pictures.PictureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG 2000 in its file and as a bare codestream, whole, cut off and damaged. */
class Jpeg2000Test {

	private static final RgbImage ORIGINAL = Pixels.of(PictureGenerator.photo(7, 120, 100));

	@Test
	void losslessShowsEveryPixel() throws ImageException {
		assertThat(Pixels.decode(Pixels.golden("lossless.jp2")).samples()).isEqualTo(ORIGINAL.samples());
	}

	@Test
	void lossyShowsTheOriginal() throws ImageException {
		Pixels.assertClose(Pixels.decode(Pixels.golden("lossy.jp2")), ORIGINAL, 3, 1);
	}

	@Test
	void bareGreyCodestreamIsGrey() throws ImageException {
		RgbImage grey = Pixels.decode(Pixels.golden("grey.j2k"));
		assertThat(grey.channels()).isEqualTo(1);
		assertThat(grey.width()).isEqualTo(120);
	}

	@ParameterizedTest
	@ValueSource(strings = {"lossless.jp2", "lossy.jp2", "grey.j2k"})
	void cutOff_isDamaged(String name) throws ImageException {
		byte[] file = Pixels.golden(name);
		byte[] cut = Arrays.copyOf(file, file.length * 3 / 4);
		assertThatThrownBy(() -> Pixels.decode(cut)).isInstanceOfSatisfying(ImageException.class,
				e -> assertThat(e.reason()).isEqualTo(ImageException.Reason.CORRUPT));
	}

	@Test
	void cutOff_toleratedShowsWhatIsThere(@TempDir Path folder) throws IOException {
		byte[] file = Pixels.golden("lossless.jp2");
		byte[] cut = Arrays.copyOf(file, file.length * 9 / 10);
		RgbImage seen = new ImageDecoder().decodeDamaged(Files.write(folder.resolve("cut"), cut));
		Pixels.assertClose(seen, ORIGINAL, 25, 20); // blue comes last, its finest details are gone
	}

	@Test
	void sizesBeyondTheLimitAreRefusedBeforeDecoding() {
		byte[] file = Pixels.golden("grey.j2k");
		Arrays.fill(file, 8, 16, (byte) 0x40);
		assertThatThrownBy(() -> Pixels.decode(file)).isInstanceOfSatisfying(ImageException.class,
				e -> assertThat(e.reason()).isEqualTo(ImageException.Reason.TOO_MANY_PIXELS));
	}
}

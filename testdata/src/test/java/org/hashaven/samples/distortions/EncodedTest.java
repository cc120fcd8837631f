package org.hashaven.samples.distortions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hashaven.samples.distortions.Encoded.Format;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EncodedTest {

	private static final Picture PHOTO = PictureGenerator.photo(11, 121, 83);

	@ParameterizedTest
	@EnumSource
	void whatIsWrittenIsReadBack(Format format) {
		Picture back = Encoded.decode(Encoded.encode(PHOTO, format));
		assertThat(back.width()).isEqualTo(PHOTO.width());
		assertThat(back.height()).isEqualTo(PHOTO.height());
		assertThat(Difference.mean(PHOTO, back)).isLessThan(format.lossless() ? Double.MIN_VALUE : 8);
	}

	@ParameterizedTest
	@EnumSource(names = {"PNG", "TIFF", "JPEG"})
	void greyStaysGrey(Format format) {
		Picture grey = PHOTO.toGrey();
		Picture back = Encoded.decode(Encoded.encode(grey, format));
		assertThat(back.channels()).isEqualTo(1);
		assertThat(Difference.mean(grey, back)).isLessThan(format.lossless() ? Double.MIN_VALUE : 8);
	}

	@Test
	void lessQualityIsSmallerAndFartherOff() {
		byte[] good = Encoded.jpeg(PHOTO, 95);
		byte[] poor = Encoded.jpeg(PHOTO, 10);
		assertThat(poor).hasSizeLessThan(good.length / 2);
		assertThat(Difference.mean(PHOTO, Encoded.decode(poor))).isGreaterThan(Difference.mean(PHOTO, Encoded.decode(good)));
	}

	@Test
	void filesBeginAsTheirFormatDoes() {
		assertThat(Encoded.jpeg(PHOTO, 80)).startsWith(0xff, 0xd8, 0xff);
		assertThat(Encoded.png(PHOTO)).startsWith(0x89, 'P', 'N', 'G');
		assertThat(Encoded.encode(PHOTO, Format.WEBP)).startsWith('R', 'I', 'F', 'F');
		assertThat(Encoded.encode(PHOTO, Format.GIF)).startsWith('G', 'I', 'F', '8');
		assertThat(Encoded.encode(PHOTO, Format.BMP)).startsWith('B', 'M');
	}

	@Test
	void theSamePictureGivesTheSameFile() {
		assertThat(Encoded.jpeg(PHOTO, 80)).isEqualTo(Encoded.jpeg(PictureGenerator.photo(11, 121, 83), 80));
	}

	@Test
	void rubbishIsRefused() {
		assertThatThrownBy(() -> Encoded.decode(new byte[]{1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
	}
}

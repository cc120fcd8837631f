package org.hashaven.testdata.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PictureGeneratorTest {

	/** Golden hashes were made from these very pictures. Who changes this list must have the reference hash all golden pictures anew. */
	@ParameterizedTest
	@CsvSource({
			"photo,1,64,48,e7cefa26f4ab4eef",
			"photo,2,5,7,8762851d38eaab66",
			"photo,3,301,199,f2f7f19e295b05e8",
			"plain,1,64,48,0c57da3f164f219a",
			"plain,2,5,7,273776008b91e3c3",
	})
	void thePicturesArePinned(String kind, long seed, int width, int height, String sha256Start) {
		Picture picture = PictureGenerator.picture(PictureKind.ofWord(kind), seed, width, height);
		assertThat(picture.width()).isEqualTo(width);
		assertThat(picture.height()).isEqualTo(height);
		assertThat(picture.channels()).isEqualTo(3);
		assertThat(picture.sha256()).startsWith(sha256Start);
	}

	@ParameterizedTest
	@EnumSource
	void anySizeCanBeDrawn(PictureKind kind) {
		long seed = Seeds.next();
		Random random = new Random(seed);
		for (int i = 0; i < 20; i++) {
			int width = 1 + random.nextInt(1 << random.nextInt(10));
			int height = 1 + random.nextInt(1 << random.nextInt(10));
			long pictureSeed = random.nextLong();
			Picture picture = PictureGenerator.picture(kind, pictureSeed, width, height);
			assertThat(picture.samples()).as(Seeds.describe(seed)).hasSize(width * height * 3);
			assertThat(PictureGenerator.picture(kind, pictureSeed, width, height)).as(Seeds.describe(seed)).isEqualTo(picture);
		}
	}

	@Test
	void everySeedGivesAnotherPhoto() {
		Set<Picture> pictures = new HashSet<>();
		for (int seed = 0; seed < 200; seed++) {
			pictures.add(PictureGenerator.photo(seed, 24, 16));
		}
		assertThat(pictures).hasSize(200);
	}

	@Test
	void photosOfOneSeedShowTheSameSceneAtEverySize() {
		for (int seed = 0; seed < 50; seed++) {
			Picture small = PictureGenerator.photo(seed, 30, 20).toGrey();
			Picture large = PictureGenerator.photo(seed, 300, 200).toGrey();
			Picture stranger = PictureGenerator.photo(seed + 50, 300, 200).toGrey();
			assertThat(difference(small, large)).as("seed %d", seed).isLessThan(25).isLessThan(difference(small, stranger) / 2);
		}
	}

	/** Mean difference of the samples of a picture and the means of ten times ten samples of one ten times as large. */
	private static double difference(Picture small, Picture large) {
		double sum = 0;
		for (int y = 0; y < small.height(); y++) {
			for (int x = 0; x < small.width(); x++) {
				sum += Math.abs(small.sample(x, y, 0) - meanOfBlock(large, 10 * x, 10 * y));
			}
		}
		return sum / (small.width() * small.height());
	}

	private static double meanOfBlock(Picture picture, int left, int top) {
		int sum = 0;
		for (int y = top; y < top + 10; y++) {
			for (int x = left; x < left + 10; x++) {
				sum += picture.sample(x, y, 0);
			}
		}
		return sum / 100.0;
	}

	@Test
	void photosHaveContrastAndPlainOnesLittle() {
		for (int seed = 0; seed < 50; seed++) {
			assertThat(spread(PictureGenerator.photo(seed, 90, 60))).as("photo of seed %d", seed).isGreaterThan(10);
			assertThat(spread(PictureGenerator.picture(PictureKind.FLAT, seed, 90, 60))).isZero();
		}
	}

	/** Standard deviation of the grey values. */
	private static double spread(Picture picture) {
		byte[] grey = picture.toGrey().samples();
		double sum = 0;
		double squares = 0;
		for (byte value : grey) {
			int level = Byte.toUnsignedInt(value);
			sum += level;
			squares += (double) level * level;
		}
		double mean = sum / grey.length;
		return Math.sqrt(squares / grey.length - mean * mean);
	}

	@Test
	void noPictureIsEmptyOrTooLarge() {
		assertThatThrownBy(() -> PictureGenerator.photo(1, 0, 5)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PictureGenerator.photo(1, 5, -1)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PictureGenerator.photo(1, 1 << 20, 1 << 20)).isInstanceOf(ArithmeticException.class);
	}
}

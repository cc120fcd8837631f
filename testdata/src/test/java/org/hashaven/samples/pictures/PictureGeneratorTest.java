package org.hashaven.samples.pictures;

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
			"plain,3,301,199,182475fa90c939af",
			"letterboxed,1,64,48,2b0ce4b61b741eb2",
			"letterboxed,2,5,7,b2fafead87ef46a9",
			"letterboxed,3,301,199,5cda9c7066642ea3",
			"flat,1,64,48,f9de1ef79c9d385c",
			"flat,2,5,7,0d9ec6dc724ee9cc",
			"flat,3,301,199,113ad58e33623f79",
			"gradient,1,64,48,a2cd86c62524e611",
			"gradient,2,5,7,043b10bee354312b",
			"gradient,3,301,199,56405e22f694c5cc",
			"noise,1,64,48,be296db32efb2f09",
			"noise,2,5,7,621190dd12432586",
			"noise,3,301,199,466b191c91323b85",
			"checkerboard,1,64,48,68bef508ad8ad780",
			"checkerboard,2,5,7,02790f596c397665",
			"checkerboard,3,301,199,4a2730b8eb162f26",
			"stripes,1,64,48,ae598630276021c0",
			"stripes,2,5,7,58d139875866a814",
			"stripes,3,301,199,c9ecf77db1b65a03",
			"impulses,1,64,48,8f89158e52fa072d",
			"impulses,2,5,7,7c67f876cabefdee",
			"impulses,3,301,199,622a46dc8e1e9932",
			"photo,10,96,64,7700362c54b0e47c",
			"photo,11,96,64,7ef9e5f4678ab875",
			"photo,12,96,64,a89e78e2f7ec6a77",
			"photo,13,96,64,005a128e09895589",
			"photo,14,96,64,69a7e2309ccf9758",
			"photo,15,96,64,52f147dc88bfd3d2",
			"photo,16,96,64,e2bf73ccd3440428",
			"photo,17,96,64,1d000276cce37968",
			"photo,18,96,64,4f7ff0f65a569e22",
			"photo,19,96,64,2b2c39d72d1a860e",
			"photo,20,96,64,3c39cf729e9ac6d8",
			"photo,21,96,64,23b40614085ba911",
			"photo,22,96,64,c6230d2b8d39803e",
			"photo,23,96,64,bbf71cc09d8c3ff2",
			"photo,24,96,64,405ffff9513a34e3",
			"photo,25,96,64,7577e1017d7a0426",
			"photo,-1,1024,683,a5c4b7ae2b84725c"})
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

package org.hashaven.samples.distortions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hashaven.testdata.Seeds;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every distortion. */
final class CatalogueTest {

	private static final Picture PHOTO = PictureGenerator.photo(21, 240, 160);

	static List<String> names() {
		return Distortions.catalogue().stream().map(Distortion::name).toList();
	}

	@Test
	void namesAreUniqueWords() {
		assertThat(names()).doesNotHaveDuplicates().hasSizeGreaterThan(160).allMatch(name -> name.matches("[a-z0-9.-]+"));
		assertThatThrownBy(() -> Distortions.named("none such")).isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@MethodSource("names")
	void theSameSeedGivesTheSameAndTheInputStays(String name) {
		Distortion distortion = Distortions.named(name);
		byte[] before = PHOTO.samples().clone();
		Picture once = distortion.apply(PHOTO, 5);
		assertThat(distortion.apply(PHOTO, 5)).isEqualTo(once);
		assertThat(PHOTO.samples()).isEqualTo(before);
		assertThat(once).isNotEqualTo(PHOTO);
	}

	@ParameterizedTest
	@MethodSource("names")
	void anySizeAndGreyWillDo(String name) {
		long seed = Seeds.next();
		Random random = new Random(seed);
		Distortion distortion = Distortions.named(name);
		for (int i = 0; i < 4; i++) {
			int width = i == 0 ? 1 : 1 + random.nextInt(40);
			int height = i <= 1 ? 1 : 1 + random.nextInt(40);
			Picture picture = PictureGenerator.photo(random.nextLong(), width, height);
			Picture result = distortion.apply(i % 2 == 0 ? picture : picture.toGrey(), random.nextLong());
			assertThat(result.width()).as(Seeds.describe(seed)).isPositive();
		}
	}

	@Test
	void familiesShareTheCatalogue() {
		assertThat(Stream.of(Family.values()).flatMap(family -> Distortions.catalogue(family).stream())).hasSameSizeAs(names());
		for (Family family : Family.values()) {
			assertThat(Distortions.catalogue(family)).as(family.word()).hasSizeGreaterThanOrEqualTo(3);
			assertThat(family.word()).matches("[a-z-]+");
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatIsDrawnIsTheSameForTheSameSeed(Family family) {
		long seed = Seeds.next();
		Random random = new Random(seed);
		Set<String> kinds = new HashSet<>();
		for (int i = 0; i < 12; i++) {
			long own = random.nextLong();
			Distortion drawn = Distortions.drawn(family, own);
			kinds.add(drawn.name());
			assertThat(drawn.name()).as(Seeds.describe(seed)).matches("[a-z0-9.-]+").isEqualTo(Distortions.drawn(family, own).name());
			if (i < 4) {
				Picture once = drawn.apply(PHOTO, i);
				assertThat(Distortions.drawn(family, own).apply(PHOTO, i)).as(Seeds.describe(seed)).isEqualTo(once);
				// A picture may have the size or the shape already that it is brought to.
				assertThat(family == Family.SIZES || family == Family.SIDE_CROPS || !once.equals(PHOTO))
						.as(drawn.name() + ", " + Seeds.describe(seed)).isTrue();
			}
		}
		assertThat(kinds).as(Seeds.describe(seed)).hasSizeGreaterThan(1);
	}

	@ParameterizedTest
	@EnumSource
	void whatIsDrawnTakesAnySizeAndGrey(Family family) {
		long seed = Seeds.next();
		Random random = new Random(seed);
		for (int i = 0; i < 4; i++) {
			Picture picture = PictureGenerator.photo(random.nextLong(), 1 + random.nextInt(30), 1 + random.nextInt(30));
			Picture result = Distortions.drawn(family, random.nextLong()).apply(i % 2 == 0 ? picture : picture.toGrey(), random.nextLong());
			assertThat(result.width()).as(Seeds.describe(seed)).isPositive();
		}
	}

	@Test
	void chanceComesFromTheSeed() {
		for (String name : List.of("noise-10", "watermark-30", "big-text-8", "sticker-10", "perspective-3", "mosaic-10", "collage",
				"chat-dark-65", "story-labels", "post-light", "browser-dark", "scribble", "crop-anywhere-10", "screen-photo", "emoji-1x3",
				"tiled-watermark-30", "grid-of-four", "filter-film", "motion-blur-3", "meme", "screenshot-tall")) {
			Distortion distortion = Distortions.named(name);
			assertThat(distortion.apply(PHOTO, 1)).as(name).isNotEqualTo(distortion.apply(PHOTO, 3));
		}
	}
}

package org.hashaven.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.PhotoView.Hashed;
import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.pictures.PictureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views of an upload find the one hash of the picture that it was made of. */
class PhotoViewsTest {

	private static final int RADIUS = 31;
	private static final int FLOOR = 50;
	private static final int PICTURES = 2;

	private static final List<Picture> ORIGINALS = IntStream.range(0, PICTURES)
			.mapToObj(number -> PictureGenerator.photo(8_100 + number, 480, 360)).toList();

	private static Picture original(int number) {
		return ORIGINALS.get(number);
	}

	private static RgbImage image(Picture picture) {
		return picture.channels() == 1
				? RgbImage.ofGrey(picture.width(), picture.height(), picture.samples())
				: RgbImage.ofRgb(picture.width(), picture.height(), picture.samples());
	}

	/** As an index looks it up: up to the first view that finds it. */
	private static boolean isFound(Hash256 listed, RgbImage upload) {
		for (PhotoView view : PhotoViews.of(upload)) {
			if (view instanceof Hashed hashed && hashed.quality() >= FLOOR && hashed.hash().distance(listed) <= RADIUS) {
				return true;
			}
		}
		return false;
	}

	private static List<Hashed> views(RgbImage image) {
		List<Hashed> views = new ArrayList<>();
		for (PhotoView view : PhotoViews.of(image)) {
			if (view instanceof Hashed hashed) {
				views.add(hashed);
			}
		}
		return views;
	}

	@ParameterizedTest
	@EnumSource(PictureKind.class)
	void theFirstIsThePlainHash(PictureKind kind) {
		for (int side : new int[]{5, 64, 300, 700}) {
			RgbImage image = image(PictureGenerator.picture(kind, 3, side, side + 11));
			PdqResult plain = PdqHasher.hash(image);
			assertThat(PhotoViews.of(image).iterator().next()).isEqualTo(new Hashed(Transform.AS_IS, plain.hash(), plain.quality()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"mirror", "flip", "rotate-90", "rotate-180", "rotate-270", "transpose", "antitranspose", "inverted",
			"thumbnail-64", "border-5", "coloured-border-10", "gradient-border-15", "rounded-border-8", "unequal-border", "polaroid",
			"letterbox-25", "pillarbox-25", "caption-bar-20", "blurred-sides-1x1", "screenshot-light", "screenshot-dark", "tablet",
			"browser-light", "post-dark", "chat-light-75", "chat-dark-65", "story-small", "collage", "collage-upright", "collage-gap",
			"collage-of-three", "grid-of-four-gap", "rotate-1", "rotate-3", "rotate-minus-5", "rotate-5-expanded", "crop-2",
			"mirror-border", "rotate-screenshot", "big-text-8", "watermark-60", "scribble"})
	void findWhatIsLeftOfAPicture(String distortion) {
		int found = 0;
		for (int number = 0; number < PICTURES; number++) {
			Hash256 listed = PdqHasher.hash(image(original(number))).hash();
			RgbImage upload = image(Distortions.named(distortion).apply(original(number), number));
			found += isFound(listed, upload) ? 1 : 0;
		}
		assertThat(found).isGreaterThanOrEqualTo(PICTURES - 1);
	}

	/** The border cannot be told from the sky; it is as broad there as at the other side. */
	@Test
	void findAPictureWithAWhiteSkyInAWhiteBorder() {
		Picture photo = original(0);
		byte[] samples = photo.samples().clone();
		Arrays.fill(samples, 0, 3 * photo.width() * (photo.height() / 8), (byte) 253);
		Picture sky = Picture.ofRgb(photo.width(), photo.height(), samples);
		Hash256 listed = PdqHasher.hash(image(sky)).hash();
		for (String border : List.of("border-1", "border-5")) {
			assertThat(isFound(listed, image(Distortions.named(border).apply(sky, 0)))).isTrue();
		}
	}

	@Test
	void findNoOtherPicture() {
		List<Hash256> listed = IntStream.range(0, PICTURES).mapToObj(number -> PdqHasher.hash(image(original(number))).hash()).toList();
		for (int number = 0; number < PICTURES; number++) {
			Hash256 own = listed.get(number);
			RgbImage upload = image(Distortions.named("chat-dark-65").apply(original(number), number));
			assertThat(views(upload)).noneMatch(
					view -> listed.stream().anyMatch(hash -> !hash.equals(own) && view.hash().distance(hash) <= RADIUS));
		}
	}

	/** A pale copy keeps its hash; its quality is that of the picture at full contrast. */
	@Test
	void palePicturesKeepTheirQuality() {
		Picture original = original(0);
		byte[] pale = new byte[original.samples().length];
		for (int i = 0; i < pale.length; i++) {
			pale[i] = (byte) (180 + Byte.toUnsignedInt(original.samples()[i]) / 5);
		}
		RgbImage upload = RgbImage.ofRgb(original.width(), original.height(), pale);
		PdqResult listed = PdqHasher.hash(image(original));
		assertThat(PdqHasher.hash(upload).quality()).isLessThan(FLOOR);
		assertThat(views(upload)).anySatisfy(view -> {
			assertThat(view.hash().distance(listed.hash())).isLessThanOrEqualTo(RADIUS);
			assertThat(view.quality()).isGreaterThanOrEqualTo(FLOOR);
		});
	}

	/** All coefficients of these are equal or nearly: whatever their hashes are, the complement has the other bits. */
	@ParameterizedTest
	@EnumSource(names = {"FLAT", "CHECKERBOARD", "STRIPES"})
	void anInvertedHashIsTheComplementEvenWithTies(PictureKind kind) {
		RgbImage image = image(PictureGenerator.picture(kind, 5, 128, 128));
		Hash256 plain = PdqHasher.hash(image).hash();
		assertThat(views(image)).filteredOn(view -> view.how().inverted()).singleElement()
				.satisfies(view -> assertThat(view.hash().distance(plain)).isEqualTo(Hash256.BITS));
	}

	@ParameterizedTest
	@CsvSource({"1,1", "1,2000", "5000,3", "3,5000", "4,4", "5,5", "17,1300", "64,64", "1281,1281"})
	void anySizeHasViewsWithinTheBound(int width, int height) {
		byte[] noise = new byte[width * height * 3];
		new SplittableRandom(width).nextBytes(noise);
		for (RgbImage image : List.of(RgbImage.ofRgb(width, height, noise), RgbImage.ofGrey(width, height, new byte[width * height]))) {
			assertThat(views(image)).hasSizeBetween(1, PhotoViews.MAX_VIEWS).allSatisfy(view -> {
				assertThat(view.how().percent()).isGreaterThan(0);
				assertThat(view.quality()).isBetween(0, 100);
			});
		}
	}

	@Test
	void hasTheSameViewsEachTime() {
		RgbImage image = image(Distortions.named("collage").apply(original(1), 1));
		assertThat(views(image)).isEqualTo(views(image));
	}

	@Test
	void endsAsIteratorsDo() {
		Iterator<PhotoView> iterator = PhotoViews.of(image(original(1))).iterator();
		iterator.forEachRemaining(view -> assertThat(view).isNotNull());
		assertThat(iterator.hasNext()).isFalse();
		assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
	}
}

package org.hashaven.testdata.distortions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hashaven.testdata.pictures.Picture;
import org.hashaven.testdata.pictures.PictureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each distortion changes what it says. */
final class DistortionsTest {

	private static final int WIDTH = 600;
	private static final int HEIGHT = 400;
	private static final Picture PHOTO = PictureGenerator.photo(32, WIDTH, HEIGHT);

	private static Picture after(String name) {
		return Distortions.named(name).apply(PHOTO, 9);
	}

	@ParameterizedTest
	@CsvSource({
			"jpeg-50, 600, 400",
			"scale-50, 300, 200",
			"scale-200, 1200, 800",
			"thumbnail-64, 64, 43",
			"squeeze-75, 450, 400",
			"border-5, 660, 440",
			"letterbox-10, 600, 480",
			"letterbox-25, 600, 600",
			"pillarbox-25, 900, 400",
			"caption-bar-20, 600, 480",
			"screenshot-dark, 720, 1560",
			"collage, 1200, 400",
			"collage-upright, 600, 800",
			"crop-2, 588, 392",
			"crop-5, 570, 380",
			"crop-20, 480, 320",
			"crop-left-10, 540, 400",
			"crop-top-25, 600, 300",
			"rotate-3, 600, 400",
			"rotate-90, 400, 600",
			"rotate-180, 600, 400",
			"perspective-3, 600, 400"
	})
	void theSizeIsAsTold(String name, int width, int height) {
		Picture picture = after(name);
		assertThat(picture.width()).isEqualTo(width);
		assertThat(picture.height()).isEqualTo(height);
	}

	@Test
	void cropsKeepTheInside() {
		assertThat(after("crop-20").sample(0, 0, 1)).isEqualTo(PHOTO.sample(60, 40, 1));
		assertThat(after("crop-left-10").sample(0, 0, 1)).isEqualTo(PHOTO.sample(60, 0, 1));
		assertThat(after("crop-right-10").sample(539, 7, 1)).isEqualTo(PHOTO.sample(539, 7, 1));
		assertThat(after("crop-top-25").sample(5, 0, 1)).isEqualTo(PHOTO.sample(5, 100, 1));
	}

	@Test
	void bordersLeaveThePictureInTheMiddle() {
		assertThat(Crop.cut(after("border-5"), 30, 20, WIDTH, HEIGHT)).isEqualTo(PHOTO);
		assertThat(Crop.cut(after("letterbox-25"), 0, 100, WIDTH, HEIGHT)).isEqualTo(PHOTO);
		assertThat(Crop.cut(after("pillarbox-10"), 60, 0, WIDTH, HEIGHT)).isEqualTo(PHOTO);
		assertThat(after("border-5").sample(0, 0, 0)).isEqualTo(255);
		assertThat(after("letterbox-25").sample(0, 0, 0)).isZero();
	}

	@Test
	void turnsGoTheirWay() {
		int corner = PHOTO.sample(0, 0, 0);
		assertThat(after("mirror").sample(WIDTH - 1, 0, 0)).isEqualTo(corner);
		assertThat(after("flip").sample(0, HEIGHT - 1, 0)).isEqualTo(corner);
		assertThat(after("rotate-90").sample(0, WIDTH - 1, 0)).isEqualTo(corner);
		assertThat(after("rotate-180").sample(WIDTH - 1, HEIGHT - 1, 0)).isEqualTo(corner);
		assertThat(after("rotate-270").sample(HEIGHT - 1, 0, 0)).isEqualTo(corner);
		assertThat(after("transpose").sample(0, 0, 0)).isEqualTo(corner);
		assertThat(after("antitranspose").sample(HEIGHT - 1, WIDTH - 1, 0)).isEqualTo(corner);
	}

	@Test
	void turnsComeBack() {
		Picture turned = PHOTO;
		for (int i = 0; i < 4; i++) {
			turned = Turned.ROTATE_90.apply(turned, 0);
		}
		assertThat(turned).isEqualTo(PHOTO);
		assertThat(Turned.ROTATE_90.apply(Turned.ROTATE_270.apply(PHOTO, 0), 0)).isEqualTo(PHOTO);
		assertThat(Turned.ROTATE_90.apply(Turned.ROTATE_90.apply(PHOTO, 0), 0)).isEqualTo(after("rotate-180"));
		for (String own : new String[]{"mirror", "flip", "transpose", "antitranspose"}) {
			assertThat(Distortions.named(own).apply(after(own), 0)).as(own).isEqualTo(PHOTO);
		}
	}

	@Test
	void tonesGoUpAndDown() {
		double brightness = Difference.brightness(PHOTO);
		assertThat(Difference.brightness(after("brightness-plus-20"))).isGreaterThan(brightness);
		assertThat(Difference.brightness(after("brightness-minus-20"))).isLessThan(brightness);
		assertThat(Difference.brightness(after("gamma-0.5"))).isGreaterThan(brightness);
		assertThat(Difference.brightness(after("gamma-2.0"))).isLessThan(brightness);
		assertThat(Difference.brightness(after("inverted"))).isCloseTo(255 - brightness, within(1e-6));
		assertThat(Difference.detail(after("contrast-plus-50"))).isGreaterThan(Difference.detail(after("contrast-minus-50")));
		assertThat(after("posterize-6").samples()).containsOnly(0, 51, 102, 153, 204, 255);
	}

	@Test
	void coloursComeAndGo() {
		double colour = Difference.colour(PHOTO);
		assertThat(Difference.colour(after("grey"))).isZero();
		assertThat(Difference.colour(after("saturation-50"))).isLessThan(colour);
		assertThat(Difference.colour(after("saturation-200"))).isGreaterThan(colour);
		assertThat(meanOf(after("warm"), 0)).isGreaterThan(meanOf(PHOTO, 0));
		assertThat(meanOf(after("cold"), 2)).isGreaterThan(meanOf(PHOTO, 2));
	}

	private static double meanOf(Picture picture, int channel) {
		double sum = 0;
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				sum += picture.sample(x, y, channel);
			}
		}
		return sum / (picture.width() * picture.height());
	}

	@Test
	void blurTakesDetailAndSharpeningAddsIt() {
		double detail = Difference.detail(PHOTO);
		assertThat(Difference.detail(after("blur-3"))).isLessThan(detail);
		assertThat(Difference.detail(after("blur-8"))).isLessThan(Difference.detail(after("blur-3")));
		assertThat(Difference.detail(after("sharpen-50"))).isGreaterThan(detail);
		assertThat(Difference.detail(after("sharpen-200"))).isGreaterThan(Difference.detail(after("sharpen-50")));
	}

	@Test
	void noiseHasItsStrength() {
		byte[] grey = new byte[200 * 200];
		Arrays.fill(grey, (byte) 128);
		Picture noisy = new Noise(10).apply(Picture.ofGrey(200, 200, grey), 3);
		double squares = 0;
		for (byte sample : noisy.samples()) {
			int error = Byte.toUnsignedInt(sample) - 128;
			squares += error * error;
		}
		assertThat(Math.sqrt(squares / grey.length)).isCloseTo(10, within(0.3));
	}

	@Test
	void overlaysCoverTheirShare() {
		assertThat(Difference.percentChanged(PHOTO, after("sticker-3"))).isCloseTo(3, within(0.5));
		assertThat(Difference.percentChanged(PHOTO, after("sticker-10"))).isCloseTo(10, within(1.0));
		assertThat(Difference.percentChanged(PHOTO, after("mosaic-10"))).isBetween(5.0, 10.5);
		assertThat(Difference.percentChanged(PHOTO, after("big-text-15"))).isBetween(2.0, 30.0);
		assertThat(Difference.mean(PHOTO, after("watermark-60"))).isGreaterThan(Difference.mean(PHOTO, after("watermark-30")));
	}

	@Test
	void slightTurnsMoveTheCornersAndNotTheMiddle() {
		for (String name : new String[]{"rotate-3", "rotate-5", "rotate-minus-5", "perspective-3"}) {
			Picture turned = after(name);
			assertThat(turned.sample(0, 0, 0) + turned.sample(0, 0, 1) + turned.sample(0, 0, 2)).as(name).isZero();
		}
		Picture slight = after("rotate-1");
		Picture middle = Crop.cut(PHOTO, WIDTH / 2 - 10, HEIGHT / 2 - 10, 20, 20);
		assertThat(Difference.mean(middle, Crop.cut(slight, WIDTH / 2 - 10, HEIGHT / 2 - 10, 20, 20))).isLessThan(12);
	}

	@Test
	void theScreenshotShowsThePictureInTheMiddle() {
		Picture screen = after("screenshot-light");
		Picture inside = Crop.cut(screen, 0, (120 + 1330) / 2 + 120 / 2 - 240 + 2, 720, 476);
		assertThat(screen.sample(2, 300, 0)).isEqualTo(0xfa);
		assertThat(Difference.mean(Scaled.to(PHOTO, 720, 476), inside)).isLessThan(25);
	}
}

package org.hashaven.samples.distortions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
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
			"perspective-3, 600, 400",
			"screenshot-small, 750, 1334",
			"tablet-lying, 2048, 1536",
			"chat-light-75, 720, 1560",
			"story-blurred, 720, 1280",
			"blurred-sides-1x1, 600, 600",
			"blurred-sides-9x16, 600, 1067",
			"polaroid, 672, 520",
			"collage-unequal, 1579, 400",
			"grid-of-four, 1200, 800",
			"split-screen, 1200, 340",
			"cut-to-1x1, 400, 400",
			"cut-to-16x9, 600, 338",
			"squeezed-to-1x1, 490, 490",
			"crop-anywhere-10, 540, 360",
			"crop-left-and-top-10, 540, 360",
			"rotate-5-expanded, 633, 451",
			"fisheye, 600, 400"
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
	void cornersGoWhenTheInsideIsKeptAndStayWhenTheCanvasGrows() {
		Picture grown = Distortions.named("rotate-5-expanded").apply(even(200), 0);
		Picture inside = Distortions.named("rotate-5-inside").apply(even(200), 0);
		assertThat(grown.sample(0, 0, 0)).isZero();
		assertThat(inside.samples()).containsOnly(200);
		assertThat(inside.width() / (double) inside.height()).isCloseTo(1.5, within(0.02));
	}

	@Test
	void lensesLeaveNoGap() {
		for (String name : new String[]{"barrel", "pincushion", "fisheye"}) {
			assertThat(Distortions.named(name).apply(even(90), 0).samples()).as(name).containsOnly(90);
			assertThat(Difference.mean(PHOTO, after(name))).as(name).isGreaterThan(1);
		}
	}

	private static Picture even(int grey) {
		byte[] samples = new byte[WIDTH * HEIGHT * 3];
		Arrays.fill(samples, (byte) grey);
		return Picture.ofRgb(WIDTH, HEIGHT, samples);
	}

	@Test
	void framesShowThePictureWhole() {
		assertThat(Crop.cut(after("blurred-sides-1x1"), 0, 100, WIDTH, HEIGHT)).isEqualTo(PHOTO);
		assertThat(Crop.cut(after("polaroid"), 36, 24, WIDTH, HEIGHT)).isEqualTo(PHOTO);
		assertThat(Crop.cut(after("unequal-border"), 24, 80, WIDTH, HEIGHT)).isEqualTo(PHOTO);
		assertThat(Crop.cut(after("collage-unequal"), 979, 0, WIDTH, HEIGHT)).isEqualTo(PHOTO);
		assertThat(Crop.cut(after("grid-of-four"), 0, 400, WIDTH, HEIGHT)).isEqualTo(PHOTO);
		Picture story = Crop.cut(after("story-gradient"), 0, 400, 720, 480);
		assertThat(Difference.mean(Scaled.to(PHOTO, 720, 480), story)).isLessThan(1);
		Picture rounded = Crop.cut(after("rounded-border-8"), 48, 32, WIDTH, HEIGHT);
		assertThat(Difference.percentChanged(PHOTO, rounded)).isBetween(0.1, 1.0);
	}

	@Test
	void theChatShowsThePictureOnItsSide() {
		Picture red = Distortions.named("chat-light-75").apply(colour(255, 0, 0), 4);
		Picture mine = Distortions.named("chat-dark-75-sent").apply(colour(255, 0, 0), 4);
		assertThat(columnsOf(red)).isBetween(500, 545);
		assertThat(columnsOf(mine)).isBetween(500, 545);
		assertThat(firstColumnOf(red)).isEqualTo(100);
		assertThat(firstColumnOf(mine)).isGreaterThan(150);
	}

	private static Picture colour(int red, int green, int blue) {
		return Framed.sheet(WIDTH, HEIGHT, red << 16 | green << 8 | blue);
	}

	/** How many columns are mostly pure red somewhere: at least 200 pixels of it. */
	private static int columnsOf(Picture picture) {
		int columns = 0;
		for (int x = 0; x < picture.width(); x++) {
			columns += redIn(picture, x) > 200 ? 1 : 0;
		}
		return columns;
	}

	private static int firstColumnOf(Picture picture) {
		int x = 0;
		while (redIn(picture, x) <= 200) {
			x++;
		}
		return x;
	}

	private static int redIn(Picture picture, int x) {
		int red = 0;
		for (int y = 0; y < picture.height(); y++) {
			red += picture.sample(x, y, 0) == 255 && picture.sample(x, y, 1) == 0 ? 1 : 0;
		}
		return red;
	}

	@Test
	void emojiStickersAndMarksCoverTheirShare() {
		assertThat(Difference.percentChanged(PHOTO, after("emoji-1x3"))).isCloseTo(3, within(0.6));
		assertThat(Difference.percentChanged(PHOTO, after("stickers-5x2"))).isBetween(3.0, 13.0);
		for (String name : new String[]{"scribble", "arrows", "date-stamp", "logo"}) {
			assertThat(Difference.percentChanged(PHOTO, after(name))).as(name).isBetween(0.3, 9.0);
		}
	}

	@Test
	void filtersDoAsTheySay() {
		assertThat(Difference.colour(after("filter-noir"))).isZero();
		assertThat(Difference.colour(after("filter-vivid"))).isGreaterThan(Difference.colour(PHOTO));
		Picture faded = new Filter("faded", 1, 1, 0.2, 0xffffff, 0, 0).apply(colour(0, 0, 0), 0);
		assertThat(faded.sample(5, 5, 1)).isEqualTo(51);
		Picture dark = new Filter("dark", 1, 1, 0, 0xffffff, 0.5, 0).apply(even(200), 0);
		assertThat(dark.sample(WIDTH / 2, HEIGHT / 2, 0)).isEqualTo(200);
		assertThat(dark.sample(0, 0, 0)).isEqualTo(100);
	}

	@Test
	void motionSmearsAlongOneLine() {
		assertThat(Difference.detail(after("motion-blur-3"))).isLessThan(Difference.detail(PHOTO));
		assertThat(Difference.mean(even(77), Distortions.named("motion-blur-3").apply(even(77), 3))).isLessThan(1.5);
	}

	@Test
	void photographsOfScreensStayRecognisable() {
		Picture seen = after("screen-photo");
		Picture small = Scaled.to(PHOTO, 60, 40);
		assertThat(Difference.mean(small, Scaled.to(seen, 60, 40))).isBetween(1.0, 60.0);
		assertThat(Difference.mean(small, Scaled.to(Turned.ROTATE_180.apply(seen, 0), 60, 40)))
				.isGreaterThan(Difference.mean(small, Scaled.to(seen, 60, 40)));
	}

	@Test
	void theScreenshotShowsThePictureInTheMiddle() {
		Picture screen = after("screenshot-light");
		Picture inside = Crop.cut(screen, 0, (120 + 1330) / 2 + 120 / 2 - 240 + 2, 720, 476);
		assertThat(screen.sample(2, 300, 0)).isEqualTo(0xfa);
		assertThat(Difference.mean(Scaled.to(PHOTO, 720, 476), inside)).isLessThan(25);
	}
}

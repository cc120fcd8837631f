package org.hashaven.video.luma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Borders are found where they are, whatever their colour, and nowhere else. */
class BorderFinderTest {

	private static final int WIDTH = 200;
	private static final int HEIGHT = 120;
	private static final Window WHOLE = new Window(0, 0, WIDTH, HEIGHT);

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	@BeforeAll
	static void load() {
		assertThat(NativeDecoders.loadVideo()).isTrue();
	}

	/** Gives the level of a pixel. */
	private interface Pixels {
		double level(int x, int y);
	}

	private static Window content(BorderFinder finder, int width, int height, Pixels pixels) {
		AVFrame frame = avutil.av_frame_alloc();
		try {
			frame.width(width).height(height).format(avutil.AV_PIX_FMT_GRAY8);
			assertThat(avutil.av_frame_get_buffer(frame, 0)).isZero();
			for (int y = 0; y < height; y++) {
				for (int x = 0; x < width; x++) {
					frame.data(0).put((long) y * frame.linesize(0) + x, (byte) Math.clamp(Math.round(pixels.level(x, y)), 0, 255));
				}
			}
			return finder.content(frame);
		} finally {
			avutil.av_frame_free(frame);
		}
	}

	private static Window content(BorderFinder finder, Pixels pixels) {
		return content(finder, WIDTH, HEIGHT, pixels);
	}

	/** Something with structure, up to some brightness. */
	private static Pixels scene(double brightness) {
		return (x, y) -> brightness * (0.5 + 0.25 * Math.sin(x / 7.0) + 0.25 * Math.cos(y / 5.0 + x / 31.0));
	}

	/** A picture within borders of one colour, with the noise of compression. */
	private Pixels framed(Pixels picture, Window window, int colour, int noiseLevels) {
		return (x, y) -> {
			boolean inside = x >= window.left() && x < window.left() + window.width() && y >= window.top()
					&& y < window.top() + window.height();
			return (inside ? picture.level(x, y) : colour) + random.nextInt(-noiseLevels, noiseLevels + 1);
		};
	}

	@Test
	void barsOfAnyColourAreCut() {
		Window[] windows = {new Window(0, 12, WIDTH, 96), new Window(40, 0, 120, HEIGHT), new Window(20, 10, 160, 90),
				new Window(0, 30, WIDTH, 90), new Window(31, 7, 150, 101)};
		for (Window window : windows) {
			for (int colour : new int[]{0, 16, 90, 200, 255}) {
				for (int noise : new int[]{0, 4}) {
					Window found = content(new BorderFinder(), framed(scene(255), window, colour, noise));
					assertThat(found).as("colour %d, noise %d; %s", colour, noise, Seeds.describe(seed)).isEqualTo(window);
				}
			}
		}
	}

	@Test
	void anEdgeBetweenPixelsIsFoundToTheLine() {
		Window outer = new Window(0, 12, WIDTH, 96);
		Pixels blurred = (x, y) -> y == 12 || y == 107 ? 0.4 * scene(255).level(x, y) : scene(255).level(x, y);
		assertThat(content(new BorderFinder(), framed(blurred, outer, 0, 3)).top()).isBetween(12, 13);
	}

	@Test
	void noBordersNothingCut() {
		assertThat(content(new BorderFinder(), scene(255))).isEqualTo(WHOLE);
		assertThat(content(new BorderFinder(), (x, y) -> 128)).as("even all over").isEqualTo(WHOLE);
		assertThat(content(new BorderFinder(), (x, y) -> y < 60 ? 0 : 255)).as("two halves").isEqualTo(WHOLE);
		assertThat(content(new BorderFinder(), (x, y) -> x < 100 ? 20 : 200)).as("two halves").isEqualTo(WHOLE);
		assertThat(content(new BorderFinder(), (x, y) -> x + y)).as("a slope").isEqualTo(WHOLE);
		assertThat(content(new BorderFinder(), framed(scene(255), new Window(90, 0, 20, HEIGHT), 0, 0))).as("next to nothing left")
				.isEqualTo(WHOLE);
		assertThat(content(new BorderFinder(), framed(scene(255), new Window(0, 1, WIDTH, HEIGHT - 1), 0, 0))).as("a line")
				.isEqualTo(WHOLE);
	}

	/** A lamp in a dark room: its light fades towards the edges of the picture, which are black. */
	@Test
	void aDarkSceneIsNotCut() {
		BorderFinder finder = new BorderFinder();
		for (int i = 0; i < 20; i++) {
			int lampX = 60 + 4 * i;
			Pixels dark = (x, y) -> 150 * Math.exp(-(Math.pow(x - lampX, 2) + Math.pow(y - 60, 2)) / 1_200);
			assertThat(content(finder, framed(dark, WHOLE, 0, 1))).as("%d; %s", i, Seeds.describe(seed)).isEqualTo(WHOLE);
		}
	}

	/** Judged over time: what was seen once outside is not border, and one frame in many does not count. */
	@Test
	void oneFrameDoesNotDecide() {
		Window window = new Window(0, 15, WIDTH, 90);
		BorderFinder finder = new BorderFinder();
		Pixels night = (x, y) -> x > 80 && x < 120 && y > 50 && y < 80 ? 120 : 2;
		assertThat(content(finder, framed(night, window, 0, 1))).as("all that was seen yet").isNotEqualTo(window);
		assertThat(content(finder, framed(scene(255), window, 0, 1))).isEqualTo(window);
		for (int i = 0; i < 16; i++) {
			assertThat(content(finder, framed(night, window, 0, 1))).as("dark frame %d", i).isEqualTo(window);
			assertThat(content(finder, framed(scene(255), window, 0, 1))).isEqualTo(window);
		}
		assertThat(content(finder, (x, y) -> 0)).as("black").isEqualTo(window);
		assertThat(content(finder, scene(255))).as("one frame without borders").isEqualTo(window);
		for (int i = 0; i < 8; i++) {
			content(finder, scene(255));
		}
		assertThat(content(finder, scene(255))).as("many").isEqualTo(WHOLE);
	}

	@Test
	void anotherSizeIsJudgedAnew() {
		BorderFinder finder = new BorderFinder();
		assertThat(content(finder, framed(scene(255), new Window(0, 15, WIDTH, 90), 0, 0)).top()).isEqualTo(15);
		assertThat(content(finder, 100, 100, scene(255))).isEqualTo(new Window(0, 0, 100, 100));
		assertThat(content(finder, 5, 5, scene(255))).isEqualTo(new Window(0, 0, 5, 5));
	}
}

package org.hashaven.samples.distortions;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.hashaven.samples.pictures.Picture;

/**
 * A phone's screen with the picture on it: status bar above, the picture as wide as the screen, buttons below.
 *
 * @param dark
 *            whether the app is dark
 */
record Screenshot(boolean dark) implements Distortion {

	private static final int WIDTH = 720;
	private static final int HEIGHT = 1560;
	private static final int BAR = 60;
	private static final int BUTTONS = 110;

	@Override
	public String name() {
		return dark ? "screenshot-dark" : "screenshot-light";
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		int room = HEIGHT - 2 * BAR - BUTTONS;
		double fit = Math.min(WIDTH / (double) picture.width(), room / (double) picture.height());
		int width = Math.clamp(Math.round(picture.width() * fit), 1, WIDTH);
		int height = Math.clamp(Math.round(picture.height() * fit), 1, room);
		Picture sheet = Framed.sheet(WIDTH, HEIGHT, dark ? 0x101114 : 0xfafafa);
		Picture screen = Framed.onto(sheet, Scaled.to(picture, width, height), (WIDTH - width) / 2, 2 * BAR + (room - height) / 2);
		int ink = dark ? 0xe8e8e8 : 0x202020;
		int minute = Math.floorMod(seed, 60);
		return Mats.on(screen, mat -> {
			Lettering.write(mat, "%d:%02d".formatted(1 + minute % 12, minute), 30, 42, 22, ink, 2);
			Lettering.write(mat, "%d%%".formatted(20 + minute), WIDTH - 110, 42, 22, ink, 2);
			Lettering.write(mat, "< Photos", 30, BAR + 40, 22, 0x2080f0, 2);
			for (int i = 0; i < 4; i++) {
				button(mat, WIDTH * (2 * i + 1) / 8, HEIGHT - BUTTONS / 2, ink);
			}
		});
	}

	private static void button(Mat mat, int x, int y, int rgb) {
		try (Scalar colour = Mats.colour(rgb)) {
			opencv_imgproc.circle(mat, new Point(x, y), 22, colour, 4, opencv_imgproc.LINE_AA, 0);
		}
	}
}

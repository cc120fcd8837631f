package org.hashaven.samples.distortions;

import java.util.Random;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/**
 * A smiling round sticker that covers so many percent of the area, anywhere.
 *
 * @param percent
 *            of the picture's area, 1..50
 */
record Sticker(double percent) implements Distortion {

	private static final int[] COLOURS = {0xffd83d, 0xf05a5a, 0x58b0f0, 0x7ed957, 0xffffff};

	@Override
	public String name() {
		return "sticker-" + RandomDraws.word(percent);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Random random = new Random(seed);
		int radius = (int) Math.max(1, Math.round(Math.sqrt(picture.width() * (double) picture.height() * percent / 100 / Math.PI)));
		int x = place(random, radius, picture.width());
		int y = place(random, radius, picture.height());
		int colour = COLOURS[random.nextInt(COLOURS.length)];
		return Mats.on(picture, mat -> {
			disc(mat, x, y, radius, radius, colour);
			disc(mat, x - radius / 3, y - radius / 4, radius / 8, radius / 5, 0x202020);
			disc(mat, x + radius / 3, y - radius / 4, radius / 8, radius / 5, 0x202020);
			opencv_imgproc.ellipse(mat, new Point(x, y + radius / 10), new Size(radius / 2, radius / 2), 0, 20, 160, Mats.colour(0x202020),
					Math.max(1, radius / 10), opencv_imgproc.LINE_AA, 0);
		});
	}

	/** Inside the picture where it fits, else in the middle. */
	private static int place(Random random, int radius, int side) {
		return side > 2 * radius ? radius + random.nextInt(side - 2 * radius) : side / 2;
	}

	private static void disc(Mat mat, int x, int y, int radiusX, int radiusY, int rgb) {
		opencv_imgproc.ellipse(mat, new Point(x, y), new Size(radiusX, radiusY), 0, 0, 360, Mats.colour(rgb), opencv_imgproc.FILLED,
				opencv_imgproc.LINE_AA, 0);
	}
}

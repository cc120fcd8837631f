package org.hashaven.samples.distortions;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/**
 * A site's name in slanting rows all over the picture.
 *
 * @param opacityPercent
 *            of the white letters
 */
record TiledMark(int opacityPercent) implements Distortion {

	@Override
	public String name() {
		return "tiled-watermark-" + opacityPercent;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		RandomDraws chance = new RandomDraws(seed);
		String word = chance.oneOf("clips.example", "PICHUB", "@leaks_24", "do not copy");
		double slant = chance.either(15, 40);
		double opacity = opacityPercent / 100.0;
		int height = Math.max(1, Math.max(picture.width(), picture.height()) * chance.between(2, 5) / 100);
		return Mats.on(picture, mat -> {
			Mat lettered = mat.clone();
			Mat white = new Mat(mat.rows(), mat.cols(), mat.type(), new Scalar(255, 255, 255, 0));
			white.copyTo(lettered, rows(word, height, slant, mat.cols(), mat.rows()));
			opencv_core.addWeighted(lettered, opacity, mat, 1 - opacity, 0, mat);
		});
	}

	private static Mat rows(String word, int height, double slant, int width, int rows) {
		int side = (int) Math.ceil(Math.hypot(width, rows));
		Mat level = new Mat(side, side, opencv_core.CV_8UC1, new Scalar(0));
		int step = Lettering.widthOf(word, height) + 3 * height;
		for (int row = 0; row * 4 * height < side + height; row++) {
			for (int x = row % 2 * -step / 2; x < side; x += step) {
				Lettering.write(level, word, x, row * 4 * height, height, 0xffffff, Math.max(1, height / 9));
			}
		}
		try (Point2f middle = new Point2f(side / 2f, side / 2f)) {
			Mat turn = opencv_imgproc.getRotationMatrix2D(middle, slant, 1);
			Mats.shift(turn, (width - side) / 2.0, (rows - side) / 2.0);
			Mat slanting = new Mat();
			opencv_imgproc.warpAffine(level, slanting, turn, new Size(width, rows));
			return slanting;
		}
	}
}

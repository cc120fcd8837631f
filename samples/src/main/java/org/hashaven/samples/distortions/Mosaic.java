package org.hashaven.samples.distortions;

import java.util.Random;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/**
 * A window of the picture made unrecognisable by large squares, as over a face.
 *
 * @param percent
 *            of the picture's area, 1..100
 * @param smooth
 *            whether it is blurred instead, without squares
 */
record Mosaic(double percent, boolean smooth) implements Distortion {

	private static final int SQUARES = 8;

	@Override
	public String name() {
		return (smooth ? "blurred-patch-" : "mosaic-") + RandomDraws.word(percent);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Random random = new Random(seed);
		double part = Math.sqrt(percent / 100.0);
		int width = (int) Math.max(1, Math.round(picture.width() * part));
		int height = (int) Math.max(1, Math.round(picture.height() * part));
		int left = random.nextInt(picture.width() - width + 1);
		int top = random.nextInt(picture.height() - height + 1);
		return Mats.on(picture, mat -> {
			Mat window = new Mat(mat, new Rect(left, top, width, height));
			Mat coarse = new Mat();
			opencv_imgproc.resize(window, coarse, new Size(Math.min(SQUARES, width), Math.min(SQUARES, height)), 0, 0,
					opencv_imgproc.INTER_AREA);
			opencv_imgproc.resize(coarse, window, window.size(), 0, 0,
					smooth ? opencv_imgproc.INTER_CUBIC : opencv_imgproc.INTER_NEAREST);
		});
	}
}

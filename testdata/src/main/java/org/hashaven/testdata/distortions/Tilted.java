package org.hashaven.testdata.distortions;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.testdata.pictures.Picture;

/**
 * Turned a little about its middle, the canvas kept: black corners come in, the picture's own go out.
 *
 * @param degrees
 *            against the clock; below 0 with it
 */
record Tilted(int degrees) implements Distortion {

	@Override
	public String name() {
		return "rotate-" + (degrees < 0 ? "minus-" + -degrees : degrees);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		return Mats.through(picture, (from, to) -> {
			Point2f middle = new Point2f((picture.width() - 1) / 2f, (picture.height() - 1) / 2f);
			Mat turn = opencv_imgproc.getRotationMatrix2D(middle, degrees, 1);
			opencv_imgproc.warpAffine(from, to, turn, new Size(picture.width(), picture.height()), opencv_imgproc.INTER_LINEAR,
					opencv_core.BORDER_CONSTANT, Mats.colour(0));
		});
	}
}

package org.hashaven.samples.distortions;

import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/**
 * Photographed at an angle: each corner moves inwards by chance, at most so many percent of the side.
 *
 * @param percent
 *            of the sides
 */
record PerspectiveWarp(double percent) implements Distortion {

	@Override
	public String name() {
		return "perspective-" + RandomDraws.word(percent);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		Random random = new Random(seed);
		int width = picture.width();
		int height = picture.height();
		float[] from = new float[8];
		float[] to = new float[8];
		for (int corner = 0; corner < 4; corner++) {
			boolean right = corner == 1 || corner == 2;
			boolean lower = corner >= 2;
			float inX = (float) (width * percent / 100) * (0.3f + 0.7f * random.nextFloat());
			float inY = (float) (height * percent / 100) * (0.3f + 0.7f * random.nextFloat());
			from[2 * corner] = right ? width : 0;
			from[2 * corner + 1] = lower ? height : 0;
			to[2 * corner] = right ? width - inX : inX;
			to[2 * corner + 1] = lower ? height - inY : inY;
		}
		return Mats.through(picture, (source, target) -> opencv_imgproc.warpPerspective(source, target,
				opencv_imgproc.getPerspectiveTransform(points(from), points(to)), new Size(width, height), opencv_imgproc.INTER_LINEAR,
				opencv_core.BORDER_CONSTANT, Mats.colour(0)));
	}

	private static Mat points(float[] coordinates) {
		return new Mat(4, 1, opencv_core.CV_32FC2, new FloatPointer(coordinates));
	}
}

package org.hashaven.samples.distortions;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.hashaven.samples.pictures.Picture;

/**
 * Blurred along a line: a hand that shook.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param percent
 *            the line's length, of the picture's longer side
 */
record MotionBlur(String name, double percent) implements Distortion {

	static MotionBlur of(double percent) {
		return new MotionBlur("motion-blur-" + RandomDraws.word(percent), percent);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		double heading = new RandomDraws(seed).within(0, Math.PI);
		int radius = (int) Math.max(1, Math.round(Math.max(picture.width(), picture.height()) * percent / 200));
		int side = 2 * radius + 1;
		float[] kernel = new float[side * side];
		int steps = 4 * side;
		for (int i = 0; i < steps; i++) {
			double along = radius * (2.0 * i / (steps - 1) - 1);
			int x = radius + (int) Math.round(along * Math.cos(heading));
			int y = radius + (int) Math.round(along * Math.sin(heading));
			kernel[y * side + x] += 1f / steps;
		}
		return Mats.through(picture, (from, to) -> {
			Mat line = new Mat(side * side, 1, opencv_core.CV_32FC1, new FloatPointer(kernel)).reshape(1, side);
			opencv_imgproc.filter2D(from, to, -1, line, new Point(-1, -1), 0, opencv_core.BORDER_REFLECT_101);
		});
	}
}

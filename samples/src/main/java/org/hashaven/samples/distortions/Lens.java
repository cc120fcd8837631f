package org.hashaven.samples.distortions;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashaven.samples.pictures.Picture;

/**
 * Bent as by a lens: straight lines bulge outwards or inwards; the picture stays as large as it was and fills it.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param bend
 *            above 0 the middle is larger than the edges (barrel, fisheye), below 0 smaller (pincushion)
 */
record Lens(String name, double bend) implements Distortion {

	@Override
	public Picture apply(Picture picture, long seed) {
		int width = picture.width();
		int height = picture.height();
		float[] fromX = new float[width * height];
		float[] fromY = new float[width * height];
		double middleX = (width - 1) / 2.0;
		double middleY = (height - 1) / 2.0;
		double half = Math.hypot(middleX, middleY) + 0.5;
		// Barrel: corners stay where they are. Pincushion: the middles of the longer edges do, so that nothing outside is needed.
		double still = bend > 0 ? 1 : Math.min(middleX, middleY) / half;
		double scale = 1 / (1 + bend * still * still);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				double right = (x - middleX) / half;
				double down = (y - middleY) / half;
				double factor = (1 + bend * (right * right + down * down)) * scale;
				fromX[y * width + x] = (float) (middleX + right * half * factor);
				fromY[y * width + x] = (float) (middleY + down * half * factor);
			}
		}
		return Mats.through(picture, (from, to) -> opencv_imgproc.remap(from, to, map(fromX, height), map(fromY, height),
				opencv_imgproc.INTER_LINEAR, opencv_core.BORDER_REPLICATE, Mats.colour(0)));
	}

	private static Mat map(float[] places, int rows) {
		return new Mat(places.length, 1, opencv_core.CV_32FC1, new FloatPointer(places)).reshape(1, rows);
	}
}

package org.hashaven.samples.distortions;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/**
 * Blurred or sharpened.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param sigma
 *            of the Gaussian, in thousandths of the longer side
 * @param amount
 *            −1 gives the blurred picture; above 0 so much of what the blur takes away is added instead
 */
record Focus(String name, double sigma, double amount) implements Distortion {

	/** Out of focus by so many thousandths of the longer side. */
	static Focus blurred(int sigma) {
		return new Focus("blur-" + sigma, sigma, -1);
	}

	/** Sharpened by this many percent, as editors do it: with an unsharp mask. */
	static Focus sharpened(int percent) {
		return new Focus("sharpen-" + percent, 3, percent / 100.0);
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		double sigmaPixels = Math.max(0.3, sigma * Math.max(picture.width(), picture.height()) / 1000);
		return Mats.through(picture, (from, to) -> {
			Mat blurred = new Mat();
			opencv_imgproc.GaussianBlur(from, blurred, new Size(0, 0), sigmaPixels);
			opencv_core.addWeighted(from, 1 + amount, blurred, -amount, 0, to);
		});
	}
}

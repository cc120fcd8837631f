package org.hashaven.samples.distortions;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/** Made smaller or larger: by area averaging down, by cubic splines up. */
final class Scaled implements Distortion {

	private final String name;
	private final double factorX;
	private final double factorY;
	private final int longSide;

	private Scaled(String name, double factorX, double factorY, int longSide) {
		this.name = name;
		this.factorX = factorX;
		this.factorY = factorY;
		this.longSide = longSide;
	}

	/** To this many percent of each side. */
	static Scaled percent(int percent) {
		return new Scaled("scale-" + percent, percent / 100.0, percent / 100.0, 0);
	}

	/** Wider or narrower by this many percent, the height kept. */
	static Scaled widened(int percent) {
		return new Scaled("squeeze-" + percent, percent / 100.0, 1, 0);
	}

	/** So that the longer side has this many pixels; smaller pictures stay as they are. */
	static Scaled thumbnail(int longSide) {
		return new Scaled("thumbnail-" + longSide, 0, 0, longSide);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		double fit = Math.min(1, longSide / (double) Math.max(picture.width(), picture.height()));
		return to(picture, side(picture.width() * (longSide > 0 ? fit : factorX)), side(picture.height() * (longSide > 0 ? fit : factorY)));
	}

	private static int side(double pixels) {
		return (int) Math.max(1, Math.round(pixels));
	}

	/** The picture in another size. */
	static Picture to(Picture picture, int width, int height) {
		boolean smaller = (long) width * height < (long) picture.width() * picture.height();
		int method = smaller ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_CUBIC;
		return Mats.through(picture, (from, to) -> opencv_imgproc.resize(from, to, new Size(width, height), 0, 0, method));
	}
}

package org.hashaven.samples.distortions;

import java.util.Locale;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/**
 * Turned a little about its middle.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param degrees
 *            against the clock; below 0 with it
 * @param canvas
 *            what becomes of the corners
 * @param rgb
 *            what comes in at them
 */
record Tilted(String name, double degrees, Canvas canvas, int rgb) implements Distortion {

	/** What becomes of the corners. */
	enum Canvas {
		/** As large as before: corners of one colour come in, the picture's own go out. */
		KEPT,
		/** Larger, so that all of the picture stays. */
		EXPANDED,
		/** The largest upright rectangle of the same shape that the turned picture covers. */
		INSIDE
	}

	/** The canvas kept, the corners black. */
	static Tilted by(double degrees) {
		return new Tilted("rotate-" + RandomDraws.word(degrees), degrees, Canvas.KEPT, 0);
	}

	static Tilted by(double degrees, Canvas canvas, int rgb) {
		return new Tilted("rotate-" + RandomDraws.word(degrees) + "-" + canvas.name().toLowerCase(Locale.ROOT), degrees, canvas, rgb);
	}

	/** At most 6 degrees to either side. */
	static Tilted drawn(RandomDraws chance) {
		return by(chance.either(0.3, 6), chance.oneOf(Canvas.values()), chance.oneOf(0, 0, 0xffffff, chance.colour()));
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
		double cosine = Math.abs(Math.cos(Math.toRadians(degrees)));
		int width = picture.width();
		int height = picture.height();
		if (canvas == Canvas.EXPANDED) {
			width = (int) Math.round(picture.width() * cosine + picture.height() * sine);
			height = (int) Math.round(picture.width() * sine + picture.height() * cosine);
		}
		Picture turned = turned(picture, width, height);
		if (canvas != Canvas.INSIDE) {
			return turned;
		}
		double longer = Math.max(width, height) / (double) Math.min(width, height);
		double kept = 1 / (cosine + longer * sine);
		int innerWidth = (int) Math.max(1, Math.floor(width * kept));
		int innerHeight = (int) Math.max(1, Math.floor(height * kept));
		return Crop.cut(turned, (width - innerWidth) / 2, (height - innerHeight) / 2, innerWidth, innerHeight);
	}

	private Picture turned(Picture picture, int width, int height) {
		return Mats.through(picture, (from, to) -> {
			Point2f middle = new Point2f((picture.width() - 1) / 2f, (picture.height() - 1) / 2f);
			Mat turn = opencv_imgproc.getRotationMatrix2D(middle, degrees, 1);
			Mats.shift(turn, (width - picture.width()) / 2.0, (height - picture.height()) / 2.0);
			opencv_imgproc.warpAffine(from, to, turn, new Size(width, height), opencv_imgproc.INTER_LINEAR, opencv_core.BORDER_CONSTANT,
					Mats.colour(rgb));
		});
	}
}

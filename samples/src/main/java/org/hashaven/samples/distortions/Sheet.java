package org.hashaven.samples.distortions;

import java.util.function.Consumer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashaven.samples.pictures.Picture;

/** A picture being drawn: boxes, discs, lines, text, other pictures; in pixels from its upper left corner, colours as {@code 0xrrggbb}. */
public final class Sheet {

	private static final int AA = opencv_imgproc.LINE_AA;

	private final Mat mat;

	private Sheet(Mat mat) {
		this.mat = mat;
	}

	/** A new picture, drawn on one colour. */
	public static Picture painted(int width, int height, int rgb, Consumer<Sheet> drawing) {
		return over(Framed.sheet(Math.max(1, width), Math.max(1, height), rgb), drawing);
	}

	/** A copy of the picture, drawn over. */
	public static Picture over(Picture picture, Consumer<Sheet> drawing) {
		return Mats.on(picture, mat -> drawing.accept(new Sheet(mat)));
	}

	public int width() {
		return mat.cols();
	}

	public int height() {
		return mat.rows();
	}

	public void box(int left, int top, int width, int height, int rgb) {
		if (width > 0 && height > 0) {
			try (Scalar colour = Mats.colour(rgb)) {
				opencv_imgproc.rectangle(mat, new Rect(left, top, width, height), colour, opencv_imgproc.FILLED, opencv_imgproc.LINE_8, 0);
			}
		}
	}

	public void roundBox(int left, int top, int width, int height, int radius, int rgb) {
		roundBox(mat, new Rect(left, top, width, height), radius, Mats.colour(rgb));
	}

	private static void roundBox(Mat on, Rect box, int wished, Scalar colour) {
		int radius = Math.max(0, Math.min(wished, (Math.min(box.width(), box.height()) - 1) / 2));
		int right = box.x() + box.width() - 1;
		int lower = box.y() + box.height() - 1;
		fill(on, new Rect(box.x() + radius, box.y(), box.width() - 2 * radius, box.height()), colour);
		fill(on, new Rect(box.x(), box.y() + radius, box.width(), box.height() - 2 * radius), colour);
		for (int x : new int[]{box.x() + radius, right - radius}) {
			for (int y : new int[]{box.y() + radius, lower - radius}) {
				opencv_imgproc.circle(on, new Point(x, y), radius, colour, opencv_imgproc.FILLED, AA, 0);
			}
		}
	}

	private static void fill(Mat on, Rect box, Scalar colour) {
		if (box.width() > 0 && box.height() > 0) {
			opencv_imgproc.rectangle(on, box, colour, opencv_imgproc.FILLED, opencv_imgproc.LINE_8, 0);
		}
	}

	public void disc(double x, double y, double radius, int rgb) {
		oval(x, y, radius, radius, rgb);
	}

	public void oval(double x, double y, double radiusX, double radiusY, int rgb) {
		opencv_imgproc.ellipse(mat, point(x, y), size(radiusX, radiusY), 0, 0, 360, Mats.colour(rgb), opencv_imgproc.FILLED, AA, 0);
	}

	public void ring(double x, double y, double radius, double thickness, int rgb) {
		arc(x, y, radius, radius, 0, 360, thickness, rgb);
	}

	/** Part of an oval's edge; degrees with the clock from the right. */
	public void arc(double x, double y, double radiusX, double radiusY, double from, double to, double thickness, int rgb) {
		opencv_imgproc.ellipse(mat, point(x, y), size(radiusX, radiusY), 0, from, to, Mats.colour(rgb), thick(thickness), AA, 0);
	}

	public void line(double x1, double y1, double x2, double y2, double thickness, int rgb) {
		opencv_imgproc.line(mat, point(x1, y1), point(x2, y2), Mats.colour(rgb), thick(thickness), AA, 0);
	}

	/** A filled shape: x, y, x, y, … */
	public void shape(int rgb, double... corners) {
		int[] whole = new int[corners.length];
		for (int i = 0; i < corners.length; i++) {
			whole[i] = (int) Math.round(corners[i]);
		}
		Mat points = new Mat(corners.length / 2, 1, opencv_core.CV_32SC2, new IntPointer(whole));
		opencv_imgproc.fillConvexPoly(mat, points, Mats.colour(rgb), AA, 0);
	}

	/** From one colour at the top to another at the bottom. */
	public void gradient(int top, int bottom) {
		for (int y = 0; y < height(); y++) {
			double part = y / (double) Math.max(1, height() - 1);
			box(0, y, width(), 1, mixed(top, bottom, part));
		}
	}

	private static int mixed(int from, int to, double part) {
		int mixed = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			mixed |= (int) Math.round((from >> shift & 255) * (1 - part) + (to >> shift & 255) * part) << shift;
		}
		return mixed;
	}

	/** A line of text in thin letters; its capitals are as high as told, x and baseline are its lower left corner. */
	public void text(String text, double x, double baseline, double height, int rgb) {
		letters(text, x, baseline, height, 1 / 11.0, rgb);
	}

	/** As {@link #text}, in thick letters. */
	public void boldText(String text, double x, double baseline, double height, int rgb) {
		letters(text, x, baseline, height, 1 / 6.0, rgb);
	}

	/** Thick white letters with black edges, their middle at x. */
	public void shout(String text, double x, double baseline, double height) {
		double left = x - textWidth(text, height) / 2;
		letters(text, left, baseline, height, 1 / 2.6, 0);
		letters(text, left, baseline, height, 1 / 5.5, 0xffffff);
	}

	private void letters(String text, double x, double baseline, double height, double stroke, int rgb) {
		int capitals = (int) Math.max(1, Math.round(height));
		Lettering.write(mat, text, (int) Math.round(x), (int) Math.round(baseline), capitals, rgb, thick(height * stroke));
	}

	public static double textWidth(String text, double height) {
		return Lettering.widthOf(text, (int) Math.max(1, Math.round(height)));
	}

	/** The picture, cut where it goes over the edge. */
	public void picture(Picture picture, int left, int top) {
		roundPicture(picture, left, top, 0);
	}

	/** The picture with rounded corners. */
	public void roundPicture(Picture picture, int left, int top, int radius) {
		int fromX = Math.max(0, -left);
		int fromY = Math.max(0, -top);
		int width = Math.min(picture.width() - fromX, width() - left - fromX);
		int height = Math.min(picture.height() - fromY, height() - top - fromY);
		if (width <= 0 || height <= 0) {
			return;
		}
		Mat shown = new Mat(Mats.toMat(picture.toRgb()), new Rect(fromX, fromY, width, height));
		Mat place = new Mat(mat, new Rect(left + fromX, top + fromY, width, height));
		if (radius <= 0) {
			shown.copyTo(place);
		} else {
			Mat mask = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC1, new Scalar(0));
			roundBox(mask, new Rect(0, 0, picture.width(), picture.height()), radius, new Scalar(255));
			shown.copyTo(place, new Mat(mask, new Rect(fromX, fromY, width, height)));
		}
	}

	/** What lies under a box, mixed with a colour: a shade or a pane of glass. */
	public void pane(int left, int top, int width, int height, int rgb, double opacity) {
		int right = Math.min(width(), left + width);
		int lower = Math.min(height(), top + height);
		int x = Math.max(0, left);
		int y = Math.max(0, top);
		if (right > x && lower > y) {
			Mat place = new Mat(mat, new Rect(x, y, right - x, lower - y));
			Mat even = new Mat(place.rows(), place.cols(), place.type(), Mats.colour(rgb));
			opencv_core.addWeighted(even, opacity, place, 1 - opacity, 0, place);
		}
	}

	private static Point point(double x, double y) {
		return new Point((int) Math.round(x), (int) Math.round(y));
	}

	private static Size size(double width, double height) {
		return new Size((int) Math.max(0, Math.round(width)), (int) Math.max(0, Math.round(height)));
	}

	private static int thick(double thickness) {
		return (int) Math.max(1, Math.round(thickness));
	}
}

package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/** How apps bring a picture into a place of another shape. */
public final class Fit {

	private Fit() {
	}

	/** The whole picture as large as the place allows. */
	public static Picture inside(Picture picture, int width, int height) {
		double scale = Math.min(width / (double) picture.width(), height / (double) picture.height());
		return scaled(picture, scale, width, height);
	}

	/** The whole picture as wide as told, and no higher than told. */
	public static Picture wide(Picture picture, int width, int mostHeight) {
		return inside(picture, width, Math.max(1, mostHeight));
	}

	/** The middle of the picture, which covers the place. */
	public static Picture covering(Picture picture, int width, int height) {
		return Scaled.to(shaped(picture, width, height, 0.5, 0.5), Math.max(1, width), Math.max(1, height));
	}

	/** The largest part of the picture that has this shape; how much of what is cut off goes at the left and at the top, 0..1. */
	public static Picture shaped(Picture picture, double across, double down, double left, double top) {
		double shape = across / down;
		int width = side(Math.min(picture.width(), picture.height() * shape), picture.width());
		int height = side(Math.min(picture.height(), picture.width() / shape), picture.height());
		return Crop.cut(picture, (int) ((picture.width() - width) * left), (int) ((picture.height() - height) * top), width, height);
	}

	private static Picture scaled(Picture picture, double scale, int mostWidth, int mostHeight) {
		return Scaled.to(picture, side(picture.width() * scale, mostWidth), side(picture.height() * scale, mostHeight));
	}

	private static int side(double pixels, int most) {
		return Math.clamp(Math.round(pixels), 1, Math.max(1, most));
	}
}

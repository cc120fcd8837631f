package org.hashaven.samples.pictures;

/**
 * How a scene lies on the pixels.
 *
 * <p>
 * A scene is drawn in units of its own: about one unit wide and one high, exactly one in area. So one seed gives one scene at every size.
 * It keeps the picture's proportions as long as they are ordinary; beyond 1 : 2 it is squeezed.
 *
 * @param width
 *            of the scene, in units
 * @param height
 *            of the scene, in units
 * @param pixelWidth
 *            of one pixel, in units
 * @param pixelHeight
 *            of one pixel, in units
 */
record Frame(double width, double height, double pixelWidth, double pixelHeight) {

	private static final double WIDEST = 2;

	static Frame of(int widthPixels, int heightPixels) {
		double proportion = Math.clamp((double) widthPixels / heightPixels, 1 / WIDEST, WIDEST);
		double width = Math.sqrt(proportion);
		double height = 1 / width;
		return new Frame(width, height, width / widthPixels, height / heightPixels);
	}

	/** The longer side of a pixel: nothing finer can be drawn. */
	double pixel() {
		return Math.max(pixelWidth, pixelHeight);
	}
}

package org.hashaven.samples.pictures;

/**
 * The border of a thing in the scene: how far inside or outside a place is.
 *
 * <p>
 * {@link #across} and {@link #down} are the place relative to the thing itself, −1..1 inside it; shading uses them.
 */
sealed interface Outline {

	/** Distance to the border, in units, negative inside; exact on the border, about right near it. */
	double distance(double x, double y);

	double centreX();

	double centreY();

	/** From the centre to the farthest point left or right. */
	double reachX();

	/** From the centre to the farthest point above or below. */
	double reachY();

	double across(double x, double y);

	double down(double x, double y);

	/** An ellipse with a border that noise may make ragged; turned by the angle whose cosine and sine are given. */
	record Ellipse(double centreX, double centreY, double radiusX, double radiusY, double cos, double sin, double ragged)
			implements
				Outline {

		@Override
		public double distance(double x, double y) {
			double u = across(x, y);
			double v = down(x, y);
			double radius = Math.sqrt(u * u + v * v);
			// To first order: the value over its slope.
			double slope = Math.sqrt(u * u / (radiusX * radiusX) + v * v / (radiusY * radiusY)) / Math.max(radius, 1e-9);
			double distance = slope > 0 ? (radius - 1) / slope : -Math.min(radiusX, radiusY);
			double size = Math.min(radiusX, radiusY);
			if (Math.abs(distance) > 2 * ragged * size) {
				return distance;
			}
			double grain = 6 / size;
			double bump = Texture.noise(200 + x * grain, 200 + y * grain) + Texture.noise(300 + x * grain / 3, 300 + y * grain / 3) - 1;
			return distance + ragged * bump * size;
		}

		@Override
		public double reachX() {
			return (1 + ragged) * (Math.abs(radiusX * cos) + Math.abs(radiusY * sin));
		}

		@Override
		public double reachY() {
			return (1 + ragged) * (Math.abs(radiusX * sin) + Math.abs(radiusY * cos));
		}

		@Override
		public double across(double x, double y) {
			return ((x - centreX) * cos + (y - centreY) * sin) / radiusX;
		}

		@Override
		public double down(double x, double y) {
			return ((y - centreY) * cos - (x - centreX) * sin) / radiusY;
		}
	}

	/**
	 * A box, turned by the angle whose cosine and sine are given; its sides may come together towards its top, or, with a taper below 0,
	 * apart.
	 */
	record Box(double centreX, double centreY, double halfWidth, double halfHeight, double cos, double sin, double taper)
			implements
				Outline {

		@Override
		public double distance(double x, double y) {
			double v = down(x, y);
			return Math.max((Math.abs(across(x, y)) - 1) * halfWidth * narrowing(v), (Math.abs(v) - 1) * halfHeight);
		}

		@Override
		public double reachX() {
			return Math.abs(widest() * cos) + Math.abs(halfHeight * sin);
		}

		@Override
		public double reachY() {
			return Math.abs(widest() * sin) + Math.abs(halfHeight * cos);
		}

		@Override
		public double across(double x, double y) {
			return ((x - centreX) * cos + (y - centreY) * sin) / (halfWidth * narrowing(down(x, y)));
		}

		@Override
		public double down(double x, double y) {
			return ((y - centreY) * cos - (x - centreX) * sin) / halfHeight;
		}

		private double widest() {
			return halfWidth * Math.max(1, 1 - taper);
		}

		/** Part of the full width at this height: 1 at the bottom, 1 − taper at the top. */
		private double narrowing(double down) {
			return Math.max(1 - taper * (1 - Math.clamp(down, -1, 1)) / 2, 1e-3);
		}
	}
}

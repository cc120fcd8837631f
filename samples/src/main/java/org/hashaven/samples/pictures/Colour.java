package org.hashaven.samples.pictures;

/** A colour: red, green and blue from 0 (none) to 1 (full); light may push it beyond. */
record Colour(float red, float green, float blue) {

	static final Colour BLACK = new Colour(0, 0, 0);
	static final Colour WHITE = new Colour(1, 1, 1);

	/** From the usual {@code 0xrrggbb}. */
	static Colour of(int rgb) {
		return new Colour((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
	}

	/**
	 * From hue (0..1 once around, 0 is red), saturation (0..1) and brightness (0..1).
	 */
	static Colour ofHue(double hue, double saturation, double brightness) {
		return new Colour(channel(hue, saturation, brightness), channel(hue + 2 / 3.0, saturation, brightness),
				channel(hue + 1 / 3.0, saturation, brightness));
	}

	private static float channel(double hue, double saturation, double brightness) {
		double turn = hue - Math.floor(hue);
		double level = Math.clamp(Math.abs(6 * turn - 3) - 1, 0, 1);
		return (float) (brightness * (1 - saturation + saturation * level));
	}

	/** Any colour a thing may have, rarely a shrill one. */
	static Colour any(Dice dice) {
		double saturation = dice.unit();
		return ofHue(dice.unit(), 0.05 + 0.65 * saturation * saturation * saturation, dice.between(0.15, 0.95));
	}

	/** The way from this one (at 0) to the other (at 1). */
	Colour mix(Colour other, double part) {
		float t = (float) part;
		return new Colour(red + (other.red - red) * t, green + (other.green - green) * t, blue + (other.blue - blue) * t);
	}

	/** This one under another light: 1 leaves it as it is. */
	Colour lit(double light) {
		float factor = (float) light;
		return new Colour(red * factor, green * factor, blue * factor);
	}
}

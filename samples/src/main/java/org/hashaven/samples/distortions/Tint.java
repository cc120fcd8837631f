package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/** Colours mixed anew: more or less of them, none, or a filter as in a photo app. */
final class Tint implements Distortion {

	private static final double[] GREY_PARTS = {0.299, 0.587, 0.114};

	private final String name;
	/** Rows: what red, green and blue become. Columns: of how much red, green and blue. */
	private final double[][] mix;

	private Tint(String name, double[]... mix) {
		this.name = name;
		this.mix = mix;
	}

	/** Colours as strong as this many percent of before: 0 is grey, 200 is shrill. */
	static Tint saturation(int percent) {
		return saturation("saturation-" + percent, percent / 100.0);
	}

	/** No colours, still three channels. */
	static Tint grey() {
		return saturation("grey", 0);
	}

	/** Brown, as old photographs. */
	static Tint sepia() {
		return new Tint("sepia", new double[]{0.393, 0.769, 0.189}, new double[]{0.349, 0.686, 0.168}, new double[]{0.272, 0.534, 0.131});
	}

	/** Reddish, as in evening light. */
	static Tint warm() {
		return scaled("warm", 1.2, 1.02, 0.75);
	}

	/** Bluish. */
	static Tint cold() {
		return scaled("cold", 0.78, 0.98, 1.22);
	}

	private static Tint saturation(String name, double strength) {
		double[][] mix = new double[3][3];
		for (int row = 0; row < 3; row++) {
			for (int column = 0; column < 3; column++) {
				mix[row][column] = (1 - strength) * GREY_PARTS[column] + (row == column ? strength : 0);
			}
		}
		return new Tint(name, mix);
	}

	private static Tint scaled(String name, double red, double green, double blue) {
		return new Tint(name, new double[]{red, 0, 0}, new double[]{0, green, 0}, new double[]{0, 0, blue});
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		byte[] from = picture.toRgb().samples();
		byte[] to = new byte[from.length];
		for (int i = 0; i < from.length; i += 3) {
			int red = Byte.toUnsignedInt(from[i]);
			int green = Byte.toUnsignedInt(from[i + 1]);
			int blue = Byte.toUnsignedInt(from[i + 2]);
			for (int channel = 0; channel < 3; channel++) {
				double[] parts = mix[channel];
				to[i + channel] = (byte) Math.clamp(Math.round(parts[0] * red + parts[1] * green + parts[2] * blue), 0, 255);
			}
		}
		return Picture.ofRgb(picture.width(), picture.height(), to);
	}
}

package org.hashaven.samples.pictures;

import java.util.List;

/**
 * Turns a painted scene into a picture: uneven light over the scene, darker corners, exposure, contrast, a cast of colour and the film's
 * grain.
 */
final class Camera {

	private static final int BAND_ROWS = 32;

	private final double unevenFrequency;
	private final double unevenOffset;
	private final double unevenStrength;
	private final double vignette;
	private final float[] gain = new float[3];
	private final double contrast;
	private final double grain;
	private final long grainSeed;

	Camera(Dice dice) {
		unevenFrequency = dice.between(1.5, 6.0);
		unevenOffset = dice.between(0.0, 200.0);
		unevenStrength = dice.between(0.1, 0.45);
		vignette = dice.chance(0.6) ? dice.between(0.05, 0.35) : 0;
		double exposure = dice.between(0.85, 1.2);
		for (int i = 0; i < gain.length; i++) {
			gain[i] = (float) (exposure * dice.between(0.93, 1.07));
		}
		contrast = dice.between(0.0, 0.6);
		grain = dice.between(0.0, 0.03);
		grainSeed = dice.next();
	}

	/** Paints the layers, the first is the farthest, and takes the picture. */
	Picture take(List<Layer> scene, int width, int height) {
		byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
		Canvas canvas = new Canvas(Frame.of(width, height), width, Math.min(BAND_ROWS, height));
		for (int top = 0; top < height; top += BAND_ROWS) {
			canvas.start(top, Math.min(BAND_ROWS, height - top));
			for (Layer layer : scene.reversed()) {
				layer.paint(canvas);
			}
			develop(canvas, samples);
		}
		return Picture.ofRgb(width, height, samples);
	}

	private void develop(Canvas canvas, byte[] samples) {
		Frame frame = canvas.frame();
		for (int row = canvas.top(); row < canvas.bottom(); row++) {
			double y = canvas.y(row);
			double down = y / frame.height() - 0.5;
			for (int column = 0; column < canvas.columns(); column++) {
				double x = canvas.x(column);
				double right = x / frame.width() - 0.5;
				double light = 1 - 2 * vignette * (right * right + down * down);
				light *= 1
						+ unevenStrength * (2 * Texture.noise(unevenOffset + x * unevenFrequency, unevenOffset + y * unevenFrequency) - 1);
				int index = canvas.index(column, row);
				long place = (long) row * canvas.columns() + column;
				double speck = grain * ((Dice.mix(grainSeed + place) >>> 40) * 0x1p-24 - 0.5);
				int out = (int) (3 * place);
				samples[out] = expose(canvas.red(index) * light * gain[0], speck);
				samples[out + 1] = expose(canvas.green(index) * light * gain[1], speck);
				samples[out + 2] = expose(canvas.blue(index) * light * gain[2], speck);
			}
		}
	}

	private byte expose(double light, double speck) {
		double tone = Math.clamp(light, 0, 1);
		double curved = tone + contrast * (tone * tone * (3 - 2 * tone) - tone);
		return (byte) (int) (Math.clamp(curved + speck, 0, 1) * 255 + 0.5);
	}
}

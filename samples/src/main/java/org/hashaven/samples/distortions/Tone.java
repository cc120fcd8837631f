package org.hashaven.samples.distortions;

import java.util.function.DoubleUnaryOperator;
import org.hashaven.samples.pictures.Picture;

/**
 * Every sample through one curve: brightness, contrast, gamma, inversion, fewer steps.
 *
 * @param name
 *            see {@link Distortion#name()}
 * @param curve
 *            from 0..1 to 0..1; what lies beyond is cut off
 */
record Tone(String name, DoubleUnaryOperator curve) implements Distortion {

	/** Brighter or, below 0, darker by this many percent of white. */
	static Tone brightness(int percent) {
		return new Tone("brightness" + signed(percent), tone -> tone + percent / 100.0);
	}

	/** More or, below 0, less contrast about the middle grey, by this many percent. */
	static Tone contrast(int percent) {
		return new Tone("contrast" + signed(percent), tone -> 0.5 + (tone - 0.5) * (1 + percent / 100.0));
	}

	/** The tone to this power: above 1 darker, below 1 brighter. */
	static Tone gamma(double gamma) {
		return new Tone("gamma-" + gamma, tone -> StrictMath.pow(tone, gamma));
	}

	/** The negative. */
	static Tone inverted() {
		return new Tone("inverted", tone -> 1 - tone);
	}

	/** Only this many different tones a channel. */
	static Tone posterized(int steps) {
		return new Tone("posterize-" + steps, tone -> Math.floor(Math.min(tone, 0.999) * steps) / (steps - 1));
	}

	private static String signed(int percent) {
		return percent < 0 ? "-minus-" + -percent : "-plus-" + percent;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		byte[] table = new byte[256];
		for (int i = 0; i < table.length; i++) {
			table[i] = (byte) Math.round(255 * Math.clamp(curve.applyAsDouble(i / 255.0), 0, 1));
		}
		byte[] samples = picture.samples().clone();
		for (int i = 0; i < samples.length; i++) {
			samples[i] = table[Byte.toUnsignedInt(samples[i])];
		}
		return picture.channels() == 1
				? Picture.ofGrey(picture.width(), picture.height(), samples)
				: Picture.ofRgb(picture.width(), picture.height(), samples);
	}
}

package org.hashaven.samples.videos;

import java.util.Arrays;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;

/** A picture that stands there: black, one colour, or a title. */
record Card(Picture picture) implements Scene {

	/** One grey value everywhere, 0 is black. */
	static Card even(int grey, int width, int height) {
		byte[] samples = new byte[width * height * 3];
		Arrays.fill(samples, (byte) grey);
		return new Card(Picture.ofRgb(width, height, samples));
	}

	/** White letters on black; seeds give a few words. */
	static Card title(long seed, int width, int height) {
		return new Card(Distortions.named("big-text-15").apply(even(0, width, height).picture, seed));
	}

	@Override
	public Picture at(double part, long timeUs) {
		return picture;
	}
}

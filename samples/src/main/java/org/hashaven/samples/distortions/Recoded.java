package org.hashaven.samples.distortions;

import org.hashaven.samples.pictures.Picture;

/**
 * Written to a file and read again, which is what every upload goes through.
 *
 * @param format
 *            of the file
 * @param quality
 *            1..100, where the format has a choice
 */
record Recoded(Encoded.Format format, int quality) implements Distortion {

	@Override
	public String name() {
		return format.lossless() || format == Encoded.Format.GIF ? format.word() : format.word() + "-" + quality;
	}

	@Override
	public Picture apply(Picture picture, long seed) {
		return Encoded.decode(Encoded.encode(picture, format, quality));
	}
}

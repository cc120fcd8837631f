package org.hashaven.image;

import java.util.Objects;

/**
 * Decoded pixels, 8 bits a channel, row by row from the top left, upright.
 *
 * <p>
 * One byte a pixel for grey pictures, three (red, green, blue) for all others: PDQ's reference reads a grey value as the luma itself, not
 * as three equal colours, and the two differ in the last bit. The array is the image's own and is not copied: whoever hands it over must
 * not write to it again.
 */
public final class RgbImage {

	private final int width;
	private final int height;
	private final int channels;
	private final byte[] samples;

	private RgbImage(int width, int height, int channels, byte[] samples) {
		Objects.requireNonNull(samples, "samples");
		if (width < 1 || height < 1 || (long) width * height * channels != samples.length) {
			throw new IllegalArgumentException(
					"%d x %d pixels of %d bytes do not fill %d bytes".formatted(width, height, channels, samples.length));
		}
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.samples = samples;
	}

	/**
	 * A colour picture.
	 *
	 * @param samples
	 *            {@code width * height * 3} bytes, red, green, blue
	 * @throws IllegalArgumentException
	 *             when sizes and bytes do not agree
	 */
	public static RgbImage ofRgb(int width, int height, byte[] samples) {
		return new RgbImage(width, height, 3, samples);
	}

	/**
	 * A grey picture.
	 *
	 * @param samples
	 *            {@code width * height} bytes
	 * @throws IllegalArgumentException
	 *             when sizes and bytes do not agree
	 */
	public static RgbImage ofGrey(int width, int height, byte[] samples) {
		return new RgbImage(width, height, 1, samples);
	}

	/** Width in pixels, at least 1. */
	public int width() {
		return width;
	}

	/** Height in pixels, at least 1. */
	public int height() {
		return height;
	}

	/** Bytes a pixel: 1 for grey, 3 for red, green, blue. */
	public int channels() {
		return channels;
	}

	/** The samples themselves, not a copy: read only. */
	public byte[] samples() {
		return samples;
	}
}

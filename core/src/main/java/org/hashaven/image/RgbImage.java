package org.hashaven.image;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pixels, 8 bits a channel, row by row from the top left, upright.
 *
 * <p>
 * One byte a pixel for grey pictures, three (red, green, blue) for all others: PDQ's reference reads a grey value as the luma itself, not
 * as three equal colours, and the two differ in the last bit. Colours are those that the file stores, whatever its alpha says of them: they
 * are what other programs hash. What people see of a picture that is partly transparent depends on what it lies on; {@link #on} shows it.
 * The array is the image's own and is not copied: the caller must not write to it again.
 */
public final class RgbImage {

	private static final int MAX_ALPHA = 255;

	private final int width;
	private final int height;
	private final int channels;
	private final byte[] samples;

	/** One byte a pixel, 0 for what is not seen; null where all is. */
	private final byte @Nullable [] alpha;

	private RgbImage(int width, int height, int channels, byte[] samples, byte @Nullable [] alpha) {
		Objects.requireNonNull(samples, "samples");
		if (width < 1 || height < 1 || (long) width * height * channels != samples.length) {
			throw new IllegalArgumentException(
					"%d x %d pixels of %d bytes do not fill %d bytes".formatted(width, height, channels, samples.length));
		}
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.samples = samples;
		this.alpha = alpha;
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
		return new RgbImage(width, height, 3, samples, null);
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
		return new RgbImage(width, height, 1, samples, null);
	}

	/**
	 * The same picture, partly transparent.
	 *
	 * @param plane
	 *            {@code width * height} bytes, 0 for what is not seen, 255 for what hides all below it; not copied
	 * @throws IllegalArgumentException
	 *             when sizes and bytes do not agree
	 */
	public RgbImage withAlpha(byte[] plane) {
		if (plane.length != width * height) {
			throw new IllegalArgumentException("%d x %d pixels, %d bytes of alpha".formatted(width, height, plane.length));
		}
		return new RgbImage(width, height, channels, samples, plane);
	}

	/** Whether a part of it is transparent, if only a little. */
	public boolean isTransparent() {
		return alpha != null;
	}

	/**
	 * What is seen of the picture on a grey background; itself where nothing is transparent.
	 *
	 * @param background
	 *            0, black, ..255, white
	 */
	public RgbImage on(int background) {
		byte[] plane = alpha;
		if (plane == null) {
			return this;
		}
		byte[] seen = new byte[samples.length];
		for (int pixel = 0, at = 0; pixel < plane.length; pixel++) {
			int opaque = plane[pixel] & 0xff;
			int below = background * (MAX_ALPHA - opaque);
			for (int channel = 0; channel < channels; channel++, at++) {
				seen[at] = (byte) (((samples[at] & 0xff) * opaque + below + MAX_ALPHA / 2) / MAX_ALPHA);
			}
		}
		return new RgbImage(width, height, channels, seen, null);
	}

	/**
	 * Copies a row.
	 *
	 * @param y
	 *            0 is the uppermost
	 * @param rgba
	 *            filled: {@code width * 4} bytes, red, green, blue, alpha
	 */
	public void readRgba(int y, byte[] rgba) {
		for (int x = 0, pixel = y * width; x < width; x++, pixel++) {
			for (int colour = 0; colour < 3; colour++) {
				rgba[4 * x + colour] = samples[pixel * channels + (channels == 1 ? 0 : colour)];
			}
			rgba[4 * x + 3] = alpha == null ? (byte) MAX_ALPHA : alpha[pixel];
		}
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

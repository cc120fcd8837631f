package org.hashaven.samples.pictures;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Pixels of a test picture: 8 bits a sample, row by row from the top left; one sample a pixel for grey, three (red, green, blue) for
 * colour.
 *
 * <p>
 * The array is the picture's own and is not copied: whoever hands it over must not write to it again, whoever reads it must not write at
 * all. Two pictures are equal when all their samples are.
 */
public final class Picture {

	private final int width;
	private final int height;
	private final int channels;
	private final byte[] samples;

	private Picture(int width, int height, int channels, byte[] samples) {
		Objects.requireNonNull(samples, "samples");
		if (width < 1 || height < 1 || (long) width * height * channels != samples.length) {
			throw new IllegalArgumentException(
					"%d x %d pixels of %d samples do not fill %d bytes".formatted(width, height, channels, samples.length));
		}
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.samples = samples;
	}

	/** A colour picture of {@code width * height * 3} samples. */
	public static Picture ofRgb(int width, int height, byte[] samples) {
		return new Picture(width, height, 3, samples);
	}

	/** A grey picture of {@code width * height} samples. */
	public static Picture ofGrey(int width, int height, byte[] samples) {
		return new Picture(width, height, 1, samples);
	}

	/** Width in pixels, at least 1. */
	public int width() {
		return width;
	}

	/** Height in pixels, at least 1. */
	public int height() {
		return height;
	}

	/** Samples a pixel: 1 for grey, 3 for colour. */
	public int channels() {
		return channels;
	}

	/** The samples themselves, not a copy: read only. */
	public byte[] samples() {
		return samples;
	}

	/** One sample, 0..255. */
	public int sample(int x, int y, int channel) {
		Objects.checkIndex(x, width);
		Objects.checkIndex(y, height);
		Objects.checkIndex(channel, channels);
		return Byte.toUnsignedInt(samples[(y * width + x) * channels + channel]);
	}

	/** This picture in grey: (77 red + 150 green + 29 blue) / 256 rounded, in whole numbers. */
	public Picture toGrey() {
		if (channels == 1) {
			return this;
		}
		byte[] grey = new byte[width * height];
		for (int i = 0; i < grey.length; i++) {
			int red = Byte.toUnsignedInt(samples[3 * i]);
			int green = Byte.toUnsignedInt(samples[3 * i + 1]);
			int blue = Byte.toUnsignedInt(samples[3 * i + 2]);
			grey[i] = (byte) ((77 * red + 150 * green + 29 * blue + 128) >> 8);
		}
		return ofGrey(width, height, grey);
	}

	/** This picture with three samples a pixel; a grey one gets three equal ones. */
	public Picture toRgb() {
		if (channels == 3) {
			return this;
		}
		byte[] rgb = new byte[width * height * 3];
		for (int i = 0; i < samples.length; i++) {
			Arrays.fill(rgb, 3 * i, 3 * i + 3, samples[i]);
		}
		return ofRgb(width, height, rgb);
	}

	/** SHA-256 of the samples, in hexadecimal: pins what a generator makes. */
	public String sha256() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(samples));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	@Override
	public boolean equals(Object object) {
		return object instanceof Picture other && width == other.width && height == other.height && Arrays.equals(samples, other.samples);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * width + height) + Arrays.hashCode(samples);
	}

	/** The measures only. */
	@Override
	public String toString() {
		return "Picture[" + width + " x " + height + " x " + channels + "]";
	}
}

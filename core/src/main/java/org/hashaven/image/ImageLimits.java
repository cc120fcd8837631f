package org.hashaven.image;

/**
 * What a picture may cost before it is refused. All three are held against the file's own claims, before any pixel memory is taken.
 *
 * <p>
 * A decode holds the file, the codec's output and the {@link RgbImage}: about {@code 2 * maxBytes + 6 * maxPixels} bytes, and a progressive
 * JPEG as much again for its coefficients. The defaults admit the 200-megapixel photographs of today's phones.
 *
 * @param maxBytes
 *            bytes of the file, 1..2^30
 * @param maxPixels
 *            width times height, 1..2^28
 * @param maxSide
 *            width or height, 1..2^20
 */
public record ImageLimits(long maxBytes, long maxPixels, int maxSide) {

	/** 256 MiB, 200 Mi pixels (16,384 x 12,800), sides up to 65,535. */
	public static final ImageLimits DEFAULT = new ImageLimits(256L << 20, 200L << 20, 65_535);

	/**
	 * @throws IllegalArgumentException
	 *             when a limit is outside its range
	 */
	public ImageLimits {
		requireRange("maxBytes", maxBytes, 1L << 30);
		requireRange("maxPixels", maxPixels, 1L << 28);
		requireRange("maxSide", maxSide, 1L << 20);
	}

	void requireBytes(long bytes) throws ImageException {
		if (bytes > maxBytes) {
			throw new ImageException(ImageException.Reason.TOO_MANY_BYTES,
					"The file is larger than the limit of %,d bytes.".formatted(maxBytes));
		}
	}

	private static void requireRange(String name, long value, long max) {
		if (value < 1 || value > max) {
			throw new IllegalArgumentException("%s is %d, not in 1..%d".formatted(name, value, max));
		}
	}
}

package org.hashaven.video;

/**
 * What a video may cost. Sizes are held against what the file claims before memory is taken for a frame; where one of the others is
 * reached, reading stops, and what was hashed so far is the result.
 *
 * @param maxPixels
 *            width times height of a frame, 1..2^27
 * @param maxSide
 *            width or height of a frame, 1..2^15
 * @param maxFrames
 *            frames that are hashed, 1..1,000,000
 * @param maxSeconds
 *            length as decoded; what the file says of its length is not believed, 1..1,000,000
 * @param maxSilentPackets
 *            pieces of the video stream, one after the other, that give no frame, 1..2^30
 * @param freeBytes
 *            bytes of decoded pictures whatever the file's size, 1..2^50; each byte of the file allows {@value #DECODED_PER_BYTE} more, so
 *            that a tiny file cannot claim hours of work
 * @param stallMs
 *            time without a packet or a frame, 1..2^30
 */
public record VideoLimits(long maxPixels, int maxSide, int maxFrames, int maxSeconds, int maxSilentPackets, long freeBytes, int stallMs) {

	/** Bytes of pictures that each byte of a file may decode to: 70 bytes make a full-HD frame, key frames among them. */
	public static final long DECODED_PER_BYTE = 45_000;

	/** How often the bytes of a file may be read as packets: an edit list can show the same part again. */
	public static final int MAX_READS = 4;

	/** 8192 × 4608 pixels, sides up to 16,384, 24 hours, five thousand packets, 3 GB whatever the file's size, ten seconds. */
	public static final VideoLimits DEFAULT = new VideoLimits(8_192L * 4_608, 16_384, 1_000_000, 24 * 3_600, 5_000, 3_000_000_000L,
			10_000);

	/**
	 * @throws IllegalArgumentException
	 *             when a limit is outside its range
	 */
	public VideoLimits {
		requireRange("maxPixels", maxPixels, 1L << 27);
		requireRange("maxSide", maxSide, 1L << 15);
		requireRange("maxFrames", maxFrames, 1_000_000);
		requireRange("maxSeconds", maxSeconds, 1_000_000);
		requireRange("maxSilentPackets", maxSilentPackets, 1L << 30);
		requireRange("freeBytes", freeBytes, 1L << 50);
		requireRange("stallMs", stallMs, 1L << 30);
	}

	private static void requireRange(String name, long value, long max) {
		if (value < 1 || value > max) {
			throw new IllegalArgumentException("%s is %d, not in 1..%d".formatted(name, value, max));
		}
	}
}

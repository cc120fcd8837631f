package org.hashaven.video.limit;

import org.hashaven.video.VideoException;
import org.hashaven.video.VideoLimits;

/** Checks what a video claims and costs against the {@link VideoLimits}. */
public final class CostCheck {

	private static final long ANIMATION_PER_BYTE = 5_000;
	private static final int ANIMATION_FREE = 4;

	private CostCheck() {
	}

	/** Holds a frame's size to the limits; codecs and containers that do not know it yet say 0. */
	public static void requirePixels(VideoLimits limits, long width, long height) throws VideoException {
		if (width > limits.maxSide() || height > limits.maxSide() || width * height > limits.maxPixels()) {
			throw new VideoException(VideoException.Reason.TOO_MANY_PIXELS,
					"The video claims frames of more than the limit of %,d pixels, or a side of more than %,d.".formatted(
							limits.maxPixels(),
							limits.maxSide()));
		}
	}

	/**
	 * Bytes of pictures that an animated picture of this size may decode to: each frame costs all of the canvas, however little it changes.
	 */
	public static long allowedBytesOfAnimation(VideoLimits limits, long fileBytes) {
		return ANIMATION_FREE * limits.freeBytes() + Math.min(fileBytes, 1L << 46) * ANIMATION_PER_BYTE;
	}

	/** Bytes of pictures that a file of this size may decode to. */
	public static long allowedBytes(VideoLimits limits, long fileBytes) {
		return limits.freeBytes() + Math.min(fileBytes, 1L << 46) * VideoLimits.DECODED_PER_BYTE;
	}
}

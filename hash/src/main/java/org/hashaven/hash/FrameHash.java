package org.hashaven.hash;

import java.util.Objects;

/**
 * A hashed frame of a video.
 *
 * @param timeMs
 *            when it is shown, counted from the first frame of the video, at least 0
 * @param hash
 *            its perceptual hash
 * @param quality
 *            PDQ's gradient measure, 0..100
 */
public record FrameHash(int timeMs, Hash256 hash, int quality) {

	/**
	 * @throws IllegalArgumentException
	 *             when time or quality are out of their limits
	 */
	public FrameHash {
		Objects.requireNonNull(hash, "hash");
		if (timeMs < 0) {
			throw new IllegalArgumentException("the time of a frame is at least 0");
		}
		Quality.requireValid(quality);
	}

	/** A fixed text: neither hash nor time may reach a log by accident. */
	@Override
	public String toString() {
		return "FrameHash[hidden]";
	}
}

package org.hashaven.video;

import java.util.Objects;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Quality;

/**
 * One line of vPDQ's text form.
 *
 * @param number
 *            which frame of the video it is, from 0
 * @param quality
 *            PDQ's gradient measure, 0..100
 * @param hash
 *            its perceptual hash
 * @param timeMs
 *            when it is shown, at least 0
 */
public record VpdqFrame(int number, int quality, Hash256 hash, int timeMs) {

	/**
	 * @throws IllegalArgumentException
	 *             when a number is outside its range
	 */
	public VpdqFrame {
		Objects.requireNonNull(hash, "hash");
		if (number < 0 || timeMs < 0 || quality < 0 || quality > Quality.MAX) {
			throw new IllegalArgumentException("a number, a time or a quality is outside its range");
		}
	}

	static VpdqFrame of(int number, FrameHash frame) {
		return new VpdqFrame(number, frame.quality(), frame.hash(), frame.timeMs());
	}

	/** The hash, its quality and its time. */
	public FrameHash frameHash() {
		return new FrameHash(timeMs, hash, quality);
	}

	/** A fixed text: neither hash nor time may reach a log by accident. */
	@Override
	public String toString() {
		return "VpdqFrame[hidden]";
	}
}

package org.hashaven.hash.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.jspecify.annotations.Nullable;

/**
 * Where a frame stands: in which video of its list, and when.
 *
 * @param video
 *            number of the video in the list, from 1; {@link #UNNUMBERED} in vPDQ's lines, where a video ends when time runs back
 * @param timeMs
 *            counted from the video's first frame, at least 0
 */
record FramePlace(long video, int timeMs) {

	static final long UNNUMBERED = 0;

	private static final int MAX_CHARS = 18;
	private static final int MS_A_SECOND = 1_000;

	/** The place that these two fields give; null when there is neither. */
	static @Nullable FramePlace of(@Nullable String video, @Nullable String ms) throws HashFormatException {
		if (video == null && ms == null) {
			return null;
		}
		if (video == null || ms == null) {
			throw new HashFormatException(ListFault.FRAME, "a frame has a video and a time in ms, or neither");
		}
		return of(whole(video), whole(ms));
	}

	/** The place that these two numbers give. */
	static FramePlace of(long video, long ms) throws HashFormatException {
		if (video <= UNNUMBERED || ms < 0 || ms > Integer.MAX_VALUE) {
			throw new HashFormatException(ListFault.FRAME, "videos are numbered from 1, and times are at least 0");
		}
		return new FramePlace(video, (int) ms);
	}

	/** The place that vPDQ's time in seconds gives. */
	static FramePlace ofSeconds(String seconds) throws HashFormatException {
		boolean sound = seconds.length() <= MAX_CHARS && seconds.matches("[0-9]+([.][0-9]+)?");
		if (sound) {
			BigDecimal ms = new BigDecimal(seconds).multiply(BigDecimal.valueOf(MS_A_SECOND)).setScale(0, RoundingMode.HALF_UP);
			if (ms.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
				return new FramePlace(UNNUMBERED, ms.intValueExact());
			}
		}
		throw new HashFormatException(ListFault.FRAME, "the time of a frame is a number of seconds");
	}

	private static long whole(String text) throws HashFormatException {
		if (text.length() > MAX_CHARS || !text.matches("[0-9]+")) {
			throw new HashFormatException(ListFault.FRAME, "the number of a video and a time in ms are whole numbers");
		}
		return Long.parseLong(text);
	}
}

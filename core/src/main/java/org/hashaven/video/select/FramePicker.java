package org.hashaven.video.select;

import org.hashaven.video.VideoOptions;

/**
 * Which frames are hashed: the first one, then one at each sampling time, and the extra ones.
 *
 * <p>
 * Extra frames are the first of each new shot ({@link ShotDetector}), and in the first {@value #DENSE_MS} ms of a video
 * {@value #DENSE_PER_SECOND} a second: a clip of two seconds would have two frames otherwise, and a cut-out part of a video shares no
 * sampling times with the whole. After any hashed frame the next extra one waits {@value #REST_MS} ms, so that flicker does not count.
 *
 * <p>
 * Where none was picked for {@value #MOTION_MS} ms, one is picked to see whether the picture moved: it is kept only if it did
 * ({@code FrameHasher}).
 */
public final class FramePicker {

	static final int DENSE_MS = 4_000;
	static final int DENSE_PER_SECOND = 4;
	static final int REST_MS = 125;
	static final int MOTION_MS = 500;

	/** What is to be done with a frame. */
	public enum Pick {
		/** Nothing. */
		NONE,
		/** It is hashed, and kept if it shows something else than the last one. */
		IF_MOVED,
		/** It is hashed. */
		SAMPLE
	}

	private final double framesPerSecond;
	private final boolean extraFrames;
	private long samples = -1;
	private long denseSamples = -1;
	private long lastMs;
	private long lastLookMs;
	private boolean shotWaits;

	FramePicker(VideoOptions options) {
		framesPerSecond = options.framesPerSecond();
		extraFrames = options.extraFrames();
	}

	/**
	 * What is to be done with the next frame.
	 *
	 * @param timeMs
	 *            from the first frame, never less than before
	 * @param newShot
	 *            whether a new shot begins with it
	 */
	Pick pick(long timeMs, boolean newShot) {
		if (framesPerSecond == VideoOptions.EVERY_FRAME) {
			return Pick.SAMPLE;
		}
		long reached = reached(timeMs, framesPerSecond);
		boolean picked = reached > samples;
		samples = reached;
		if (extraFrames) {
			long denseReached = reached(Math.min(timeMs, DENSE_MS), DENSE_PER_SECOND);
			shotWaits |= newShot || denseReached > denseSamples;
			denseSamples = denseReached;
			picked |= shotWaits && timeMs - lastMs >= REST_MS;
		}
		if (picked) {
			lastMs = timeMs;
			lastLookMs = timeMs;
			shotWaits = false;
			return Pick.SAMPLE;
		}
		if (extraFrames && timeMs - lastLookMs >= MOTION_MS) {
			lastLookMs = timeMs;
			return Pick.IF_MOVED;
		}
		return Pick.NONE;
	}

	/** The number of the last sampling time; half a millisecond has been rounded away at most. */
	private static long reached(long timeMs, double perSecond) {
		return (long) Math.floor((timeMs + 0.5) * perSecond / 1_000);
	}
}

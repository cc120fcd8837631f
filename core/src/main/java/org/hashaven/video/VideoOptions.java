package org.hashaven.video;

import org.hashaven.hash.Hash256;

/**
 * How a video is hashed; immutable.
 *
 * @param framesPerSecond
 *            frames hashed in a second of the video, more than 0; {@link #EVERY_FRAME} for all
 * @param extraFrames
 *            whether frames between those are hashed too, where a new shot begins, in the first seconds and while the picture moves (see
 *            {@code FramePicker})
 * @param dropDistance
 *            a frame is dropped when it differs from the last one that was kept by no more bits than this; {@link #KEEP_ALL} for none
 * @param cutBorders
 *            whether frames with even borders are hashed twice: as they are, and what lies within the borders (see {@code BorderFinder})
 * @param allForms
 *            whether each frame is hashed in all eight orientations, for {@link VideoHash#views()}: for uploads
 * @param keyFramesOnly
 *            the fast mode: where the file's own index says that its key frames are never more than {@value #MAX_KEY_GAP_SECONDS} seconds
 *            apart, only these are decoded; other files are read as usual
 * @param threads
 *            threads that work on one video, 1..64; with 1 everything runs in the caller's
 * @param limits
 *            what the video may cost
 */
public record VideoOptions(double framesPerSecond, boolean extraFrames, int dropDistance, boolean cutBorders, boolean allForms,
		boolean keyFramesOnly, int threads, VideoLimits limits) {

	/** As many frames a second as there are. */
	public static final double EVERY_FRAME = Double.POSITIVE_INFINITY;

	/** No frame is dropped. */
	public static final int KEEP_ALL = -1;

	/** Longest time between key frames that the fast mode accepts: what x264 makes unless told otherwise. */
	public static final int MAX_KEY_GAP_SECONDS = 10;

	private static final int MAX_THREADS = 64;
	private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16);

	/** One frame a second, the extra ones, neighbours within 2 bits dropped, borders cut, all processors. */
	public static final VideoOptions DEFAULT = new VideoOptions(1, true, 2, true, false, false, THREADS, VideoLimits.DEFAULT);

	/**
	 * For videos that are looked up: eight frames a second, in all orientations. What is looked up should be looked at more often than what
	 * is stored; it costs a few lookups more and no room (docs/decisions/0007).
	 */
	public static final VideoOptions UPLOAD = new VideoOptions(8, true, 2, true, true, false, THREADS, VideoLimits.DEFAULT);

	/** Every frame, none dropped: what vPDQ's own program hashes. */
	public static final VideoOptions VPDQ = new VideoOptions(EVERY_FRAME, false, KEEP_ALL, false, false, false, THREADS,
			VideoLimits.DEFAULT);

	/**
	 * @throws IllegalArgumentException
	 *             when a value is outside its range
	 */
	public VideoOptions {
		if (!(framesPerSecond > 0)) {
			throw new IllegalArgumentException("framesPerSecond is more than 0");
		}
		requireRange("dropDistance", dropDistance, KEEP_ALL, Hash256.BITS);
		requireRange("threads", threads, 1, MAX_THREADS);
	}

	/** These options with another number of frames a second. */
	public VideoOptions withFramesPerSecond(double newFramesPerSecond) {
		return new VideoOptions(newFramesPerSecond, extraFrames, dropDistance, cutBorders, allForms, keyFramesOnly, threads, limits);
	}

	/** These options with or without extra frames. */
	public VideoOptions withExtraFrames(boolean newExtraFrames) {
		return new VideoOptions(framesPerSecond, newExtraFrames, dropDistance, cutBorders, allForms, keyFramesOnly, threads, limits);
	}

	/** These options with another distance within which neighbours are dropped. */
	public VideoOptions withDropDistance(int newDropDistance) {
		return new VideoOptions(framesPerSecond, extraFrames, newDropDistance, cutBorders, allForms, keyFramesOnly, threads, limits);
	}

	/** These options with or without hashes of what lies within borders. */
	public VideoOptions withCutBorders(boolean newCutBorders) {
		return new VideoOptions(framesPerSecond, extraFrames, dropDistance, newCutBorders, allForms, keyFramesOnly, threads, limits);
	}

	/** These options with or without the fast mode. */
	public VideoOptions withKeyFramesOnly(boolean newKeyFramesOnly) {
		return new VideoOptions(framesPerSecond, extraFrames, dropDistance, cutBorders, allForms, newKeyFramesOnly, threads, limits);
	}

	/** These options with another number of threads. */
	public VideoOptions withThreads(int newThreads) {
		return new VideoOptions(framesPerSecond, extraFrames, dropDistance, cutBorders, allForms, keyFramesOnly, newThreads, limits);
	}

	/** These options with other limits. */
	public VideoOptions withLimits(VideoLimits newLimits) {
		return new VideoOptions(framesPerSecond, extraFrames, dropDistance, cutBorders, allForms, keyFramesOnly, threads, newLimits);
	}

	private static void requireRange(String name, int value, int min, int max) {
		if (value < min || value > max) {
			throw new IllegalArgumentException("%s is %d, not in %d..%d".formatted(name, value, min, max));
		}
	}
}

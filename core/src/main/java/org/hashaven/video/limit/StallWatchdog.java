package org.hashaven.video.limit;

import org.hashaven.video.VideoException;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.VideoProgress;

/** Watches over the reading of one file: whether it gets on, whether anyone still wants it, and how far it has come. */
public final class StallWatchdog {

	private static final long PROGRESS_NANOS = 50_000_000;

	private final VideoProgress progress;
	private final long stallNanos;
	private final long fileBytes;
	private long lastGain = System.nanoTime();
	private long lastTold = lastGain - PROGRESS_NANOS;
	private double share;
	private boolean cancelled;

	public StallWatchdog(VideoProgress progress, VideoLimits limits, long fileBytes) {
		this.progress = progress;
		this.stallNanos = limits.stallMs() * 1_000_000L;
		this.fileBytes = fileBytes;
	}

	/** A packet or a frame came. */
	public void gained() {
		lastGain = System.nanoTime();
	}

	/** Whether native code may go on; asked from within its callbacks. */
	public boolean mayGoOn() {
		return !isCancelled() && !isStalled();
	}

	/** Whether nothing came for too long. */
	public boolean isStalled() {
		return System.nanoTime() - lastGain > stallNanos;
	}

	/**
	 * Tells how far reading has come, and asks whether to go on.
	 *
	 * @param position
	 *            in the file, in bytes
	 */
	public void tell(long position) throws VideoException {
		if (System.nanoTime() - lastTold >= PROGRESS_NANOS) {
			lastTold = System.nanoTime();
			share = Math.max(share, Math.min(1, position / (double) Math.max(1, fileBytes)));
			cancelled |= !progress.readSoFar(share);
			lastGain += System.nanoTime() - lastTold;
		}
		requireWanted();
	}

	/** Tells that all has been read. */
	public void tellEnd() throws VideoException {
		cancelled |= !progress.readSoFar(1);
		requireWanted();
	}

	/** A thread that was interrupted stays so. */
	public void requireWanted() throws VideoException {
		if (isCancelled()) {
			throw VideoErrors.cancelled();
		}
	}

	private boolean isCancelled() {
		return cancelled || Thread.currentThread().isInterrupted();
	}
}

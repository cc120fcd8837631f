package org.hashaven.video.select;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * When frames are shown, counted from the first one and never running backwards.
 *
 * <p>
 * Times are the frames' own: frame rates may vary, and edit lists are in them already. Where they jump back, or far ahead, as where two
 * recordings were joined, the clock goes on from the frame before.
 */
public final class FrameClock {

	/** Frames may come this much out of order, as some recorders write them, without meaning that the time begins anew. */
	private static final double BACK_SECONDS = 0.5;
	/** A still picture may be shown this long. */
	private static final double AHEAD_SECONDS = 600;
	/** From a frame without a time to the one before, until two others have shown the step. */
	private static final double STEP_SECONDS = 0.04;
	private static final double MAX_STEP_SECONDS = 1;

	private double zero;
	private double last;
	private double step = STEP_SECONDS;
	private boolean started;

	/**
	 * The time of the next frame, in milliseconds.
	 *
	 * @param timeUnit
	 *            of the frame's timestamp, in seconds
	 */
	public long timeMs(AVFrame frame, double timeUnit) {
		return timeMs(frame.best_effort_timestamp() == avutil.AV_NOPTS_VALUE ? Double.NaN : frame.best_effort_timestamp() * timeUnit);
	}

	/** Likewise, from a timestamp in seconds; NaN for none. */
	public long timeMs(double timestamp) {
		double seconds = Double.isNaN(timestamp) ? zero + last + step : timestamp;
		if (!started) {
			started = true;
			zero = Double.isNaN(timestamp) ? 0 : timestamp;
			return 0;
		}
		double since = seconds - zero - last;
		if (since < -BACK_SECONDS || since > AHEAD_SECONDS) {
			zero = seconds - last - step;
			since = step;
		}
		if (since > 0) {
			step = Math.min(since, MAX_STEP_SECONDS);
			last += since;
		}
		return Math.round(last * 1_000);
	}
}

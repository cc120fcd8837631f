package org.hashaven.javacv;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * When a grabber's frames are shown: by its timestamps, or where these stand still, as those of many cameras do, by when the frames arrive.
 */
final class GrabberClock {

	private static final double MICROSECONDS = 1e6;
	private static final double NANOSECONDS = 1e9;

	private long lastTimestamp;
	private long lastNanos;
	private double lastSeconds;
	private boolean started;

	/**
	 * The time of a frame that has just been grabbed, in seconds.
	 *
	 * @param pixels
	 *            the same frame
	 * @return NaN when FFmpeg has decoded it and does not know
	 */
	double seconds(FrameGrabber grabber, Frame frame, AVFrame pixels) {
		if (pixels.equals(frame.opaque) && pixels.best_effort_timestamp() == avutil.AV_NOPTS_VALUE) {
			return Double.NaN;
		}
		return seconds(frame.timestamp == 0 ? grabber.getTimestamp() : frame.timestamp, System.nanoTime());
	}

	/**
	 * The time of the next frame, in seconds.
	 *
	 * @param timestamp
	 *            in microseconds
	 * @param nanos
	 *            when it arrived
	 */
	double seconds(long timestamp, long nanos) {
		boolean still = started && timestamp == lastTimestamp;
		double seconds = still ? lastSeconds + (nanos - lastNanos) / NANOSECONDS : timestamp / MICROSECONDS;
		started = true;
		lastTimestamp = timestamp;
		lastNanos = nanos;
		lastSeconds = seconds;
		return seconds;
	}
}

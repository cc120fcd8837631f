package org.hashaven.video.select;

import java.io.Closeable;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.hash.Symmetry;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.VideoOptions;

/** Selects the decoded frames of one video that are hashed, and passes them on; used by one thread at a time. */
public final class FrameSelector implements Closeable {

	/** Takes the frames that are hashed. */
	@FunctionalInterface
	public interface Sink {
		void hash(PickedFrame frame) throws VideoException;
	}

	private final VideoOptions options;
	private final Sink sink;
	private final int maxPicked;
	private final FramePicker picker;
	private final ShotDetector shots = new ShotDetector();
	private final DeferredFrame held = new DeferredFrame();
	private int decoded;
	private int picked;

	public FrameSelector(VideoOptions options, Sink sink) {
		this.options = options;
		this.sink = sink;
		picker = new FramePicker(options);
		// A frame with borders is hashed twice.
		maxPicked = Math.max(1, options.limits().maxFrames() / (options.cutBorders() ? 2 : 1));
	}

	/**
	 * Takes the next frame.
	 *
	 * @param frame
	 *            must be valid until this returns
	 * @param turn
	 *            what brings it upright
	 * @param timeMs
	 *            from the first frame, never less than before
	 * @return false when one of the {@link VideoLimits} is reached; the frame is not taken then
	 */
	public boolean take(AVFrame frame, Symmetry turn, long timeMs) throws VideoException {
		if (timeMs > options.limits().maxSeconds() * 1_000L || picked >= maxPicked) {
			return false;
		}
		boolean newShot = options.extraFrames() && shots.isNewShot(frame);
		PickedFrame before = held.frame();
		if (before != null && timeMs - before.timeMs() >= FramePicker.REST_MS) {
			flush();
		}
		FramePicker.Pick pick = picker.pick(timeMs, newShot);
		PickedFrame now = new PickedFrame(frame, turn, pick, decoded, (int) timeMs);
		if (pick != FramePicker.Pick.NONE) {
			held.release();
			sink.hash(now);
			picked++;
		} else if (newShot || before != null) {
			held.hold(now);
		}
		decoded++;
		return true;
	}

	/**
	 * Passes on the frame that still waits, if any: a shot that began too soon after another to be picked, and was then shown long, as in
	 * slow animations, or to the end.
	 */
	public void flush() throws VideoException {
		PickedFrame frame = held.frame();
		if (frame != null && picked + 1 < maxPicked) { // the frame after it has its place
			sink.hash(frame);
			picked++;
		}
		held.release();
	}

	/** Frames that were taken. */
	public int decodedFrames() {
		return decoded;
	}

	@Override
	public void close() {
		held.close();
	}
}

package org.hashaven.video.select;

import java.io.Closeable;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** The last frame of a shot that waits to be picked, kept until it is known how long it is shown; for one thread. */
final class DeferredFrame implements Closeable {

	private @Nullable PickedFrame frame;

	/** The frame; null when none is held. */
	@Nullable
	PickedFrame frame() {
		return frame;
	}

	/** Holds a frame in the place of the one before, its pixels by a reference of its own. */
	void hold(PickedFrame shown) {
		release();
		AVFrame pixels = avutil.av_frame_clone(shown.pixels());
		if (pixels == null) {
			throw new OutOfMemoryError("no room for a frame");
		}
		frame = new PickedFrame(pixels, shown.turn(), FramePicker.Pick.SAMPLE, shown.number(), shown.timeMs());
	}

	/** Lets go of the frame. */
	void release() {
		if (frame != null) {
			avutil.av_frame_free(frame.pixels());
			frame = null;
		}
	}

	@Override
	public void close() {
		release();
	}
}

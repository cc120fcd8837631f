package org.hashaven.javacv;

import java.io.IOException;
import java.lang.ref.Reference;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.hashaven.video.FrameHashConsumer;
import org.hashaven.video.FrameStreamHasher;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoOptions;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the frames of any {@code FrameGrabber}: a camera, a live stream, a file. Hashes are passed on while frames come.
 *
 * <p>
 * <b>Grabbers decode in this process, without a sandbox and without limits.</b> Files of strangers go through
 * {@link org.hashaven.worker.WorkerPool}.
 *
 * <p>
 * Frames are selected and hashed by the code of {@code VideoHasher}, with the same options (see {@link FrameStreamHasher} for those that
 * have no effect). In {@code ImageMode.RAW}, {@code FFmpegFrameGrabber} hands out frames as they are decoded, and their hashes have the
 * same bits as those of {@code VideoHasher}. In {@code ImageMode.COLOR}, its default, it converts them to BGR itself, less exactly: most
 * hashes differ by few bits, those of nearly black frames by more. Frames that lie on their side in the file are turned upright for
 * {@code FFmpegFrameGrabber}.
 *
 * <p>
 * Times are the grabber's timestamps, in milliseconds from the first frame. Where these stand still, as those of many cameras do, the times
 * of arrival are taken. Frames of sound are passed over.
 *
 * <p>
 * Thread-safe; a grabber is used by one call at a time. It stays the caller's, who starts and closes it. Frames are not kept.
 */
@SuppressWarnings("exports") // JavaCV is optional: who calls this has it
public final class GrabberHasher {

	private final VideoOptions options;

	/** With the {@linkplain VideoOptions#DEFAULT default options}. */
	public GrabberHasher() {
		this(VideoOptions.DEFAULT);
	}

	/**
	 * @param options
	 *            {@link VideoOptions#DEFAULT} for what is listed, {@link VideoOptions#UPLOAD} for what is looked up
	 */
	public GrabberHasher(VideoOptions options) {
		this.options = options;
	}

	/**
	 * Hashes all frames.
	 *
	 * @throws IOException
	 *             as {@link #hash(FrameGrabber, FrameHashConsumer)}
	 */
	public VideoHash hash(FrameGrabber grabber) throws IOException {
		return hash(grabber, FrameHashConsumer.NONE);
	}

	/**
	 * Hashes frames from where the grabber is, until it has no more, the consumer wants no more, a limit is reached, or the thread is
	 * interrupted. The result can be listed or looked up like that of a file.
	 *
	 * <p>
	 * An endless stream is hashed in parts: with limits of, say, 600 seconds, each call ends after that time and the next one continues
	 * with the same grabber. Without this, the hashes of {@link org.hashaven.video.VideoLimits#maxSeconds} are kept in memory.
	 *
	 * <p>
	 * An interrupt takes effect between two frames: a grabber that waits for a frame has to be given a timeout of its own. An exception of
	 * the grabber ends the stream, with {@link VideoHash.Ending#DAMAGED}, once there was a frame: {@code OpenCVFrameGrabber} ends every
	 * file by throwing.
	 *
	 * @param grabber
	 *            started by the caller
	 * @param consumer
	 *            receives each hash as soon as it is computed, in the caller's thread
	 * @throws FrameGrabber.Exception
	 *             when the grabber throws before the first frame
	 * @throws VideoException
	 *             when there was no frame, one exceeds the limits, or the thread was interrupted ({@link VideoException.Reason#CANCELLED};
	 *             the thread stays interrupted)
	 * @throws IllegalArgumentException
	 *             when frames are of a kind that cannot be hashed, such as 16 bits a channel
	 */
	public VideoHash hash(FrameGrabber grabber, FrameHashConsumer consumer) throws IOException {
		try (FrameStreamHasher stream = new FrameStreamHasher(options, consumer); FrameView view = new FrameView()) {
			return new Grabbing(grabber, stream, view).run();
		}
	}

	/** One pass over the frames of a grabber. */
	private static final class Grabbing {

		private final FrameGrabber grabber;
		private final FrameStreamHasher stream;
		private final FrameView view;
		private final GrabberClock clock = new GrabberClock();
		private boolean started;
		private VideoHash.Ending ending = VideoHash.Ending.WHOLE;

		Grabbing(FrameGrabber grabber, FrameStreamHasher stream, FrameView view) {
			this.grabber = grabber;
			this.stream = stream;
			this.view = view;
		}

		VideoHash run() throws IOException {
			boolean wanted = true;
			while (wanted) {
				Frame frame = next();
				wanted = frame != null && add(frame);
			}
			return stream.finish(ending);
		}

		private boolean add(Frame frame) throws VideoException {
			if (frame.image == null) {
				return true;
			}
			started = true;
			try {
				AVFrame pixels = view.of(frame);
				return stream.add(pixels, clock.seconds(grabber, frame, pixels));
			} finally {
				// Native code reads memory that a collected frame would free.
				Reference.reachabilityFence(frame);
			}
		}

		/** The next frame, of pictures or sound; null after the last. */
		private @Nullable Frame next() throws IOException {
			requireWanted();
			try {
				Frame frame = grabber instanceof FFmpegFrameGrabber ffmpeg ? ffmpeg.grabImage() : grabber.grab();
				if (frame == null) {
					// It may have been the interrupt that ended its waiting.
					requireWanted();
				}
				return frame;
			} catch (FrameGrabber.Exception e) {
				requireWanted();
				if (!started) {
					throw e;
				}
				ending = VideoHash.Ending.DAMAGED;
				return null;
			}
		}

		private static void requireWanted() throws VideoException {
			if (Thread.currentThread().isInterrupted()) {
				throw new VideoException(VideoException.Reason.CANCELLED, "Reading the stream was cancelled.");
			}
		}
	}
}
